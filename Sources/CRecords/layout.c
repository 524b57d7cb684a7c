// The layout is shared by C and Swift; this is what both count on.

#include "tenken_records.h"

_Static_assert(sizeof(tr_cell) == 16, "two words a cell");
