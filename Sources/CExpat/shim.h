// Debian's Expat (libexpat1-dev).
#include <expat.h>
