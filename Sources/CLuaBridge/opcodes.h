// The instructions of Lua 5.4 that the files know which look at compiled code (lopcodes.h).

#ifndef TENKEN_OPCODES_H
#define TENKEN_OPCODES_H

#include "bridge.h"

// By their numbers; purity.c holds them against the library.
enum {
  MOVE = 0, LOADI, LOADF, LOADK, LOADKX, LOADFALSE, LFALSESKIP, LOADTRUE, LOADNIL, GETUPVAL, SETUPVAL, GETTABUP, GETTABLE,
  GETI, GETFIELD, SETTABUP, SETTABLE, SETI, SETFIELD, NEWTABLE, SELF, NOT = 51, CONCAT = 53, CLOSE, TBC, JMP, EQK = 60,
  TEST = 66, TESTSET, CALL, TAILCALL, RETURN, RETURN0, RETURN1, FORLOOP, FORPREP, TFORPREP, TFORCALL, TFORLOOP, SETLIST,
  VARARGPREP = 81, EXTRAARG
};

static inline uint32_t instruction(const uint8_t *code, size_t pc) {
  uint32_t i;
  memcpy(&i, code + 4 * pc, 4);
  return i;
}
static inline int opcode(uint32_t i) { return i & 0x7F; }
static inline int register_a(uint32_t i) { return i >> 7 & 0xFF; }
static inline bool flag_k(uint32_t i) { return i >> 15 & 1; }
static inline int register_b(uint32_t i) { return i >> 16 & 0xFF; }
static inline int register_c(uint32_t i) { return (int)(i >> 24); }
static inline size_t long_b(uint32_t i) { return i >> 15; }
// How far a JMP goes.
static inline int64_t jump(uint32_t i) { return (int64_t)(i >> 7) - ((1 << 24) - 1); }

#endif
