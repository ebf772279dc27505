// SPDX-License-Identifier: Apache-2.0
// The test program: the tests of all files, and one a row of tests/cases.
#include "support/rows.hpp"

#include <gtest/gtest.h>

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  sijil::test::make_registered_tests();
  return RUN_ALL_TESTS();
}
