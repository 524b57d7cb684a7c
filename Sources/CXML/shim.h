// Debian's libxml2 (libxml2-dev). Only its push parser is used: no tree, no DTD, no network, no converters.
#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose headers clash with those of Swift's Foundation. What they declare is part of a structure of
// converters alone, which is not used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
