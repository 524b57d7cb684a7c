// Input is only read; with this zlib says so.
#define ZLIB_CONST
#include <zlib.h>

// zlib's own name for this is a macro, which Swift does not see.
static inline int tenken_inflate_init(z_streamp stream, int window_bits) { return inflateInit2(stream, window_bits); }
