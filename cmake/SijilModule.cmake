# A module is a folder of src/: its sources make the library sijil_<name>, its *_test.cpp are collected
# for the test program, so that a test file cannot be forgotten.
set(SIJIL_TEST_SOURCES "" CACHE INTERNAL "")

function(sijil_module name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$|/main\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  add_library(sijil_${name} STATIC ${sources})
  target_include_directories(sijil_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(sijil_${name} PUBLIC ${ARG_DEPENDS})
  list(APPEND SIJIL_TEST_SOURCES ${tests})
  set(SIJIL_TEST_SOURCES "${SIJIL_TEST_SOURCES}" CACHE INTERNAL "")
endfunction()
