# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The languages of the window. poolscope_LANGUAGE.ts is compiled and put into poolscope_resources as
# :/translations/poolscope_LANGUAGE.qm, which ui/views/language.cpp loads. The target `translations`
# renews the files from the sources.
set(translated "${PROJECT_SOURCE_DIR}/resources/translations")
set(compiled "${PROJECT_BINARY_DIR}/translations")
set(sources "${translated}/poolscope_de.ts" "${translated}/poolscope_en.ts")
set_source_files_properties(${sources} PROPERTIES OUTPUT_LOCATION "${compiled}")
qt_add_translation(messages ${sources})

set(list "<RCC><qresource prefix=\"/translations\">")
foreach(message IN LISTS messages)
    get_filename_component(name "${message}" NAME)
    string(APPEND list "<file>${name}</file>")
endforeach()
file(GENERATE OUTPUT "${compiled}/translations.qrc" CONTENT "${list}</qresource></RCC>\n")
add_custom_command(OUTPUT "${compiled}/translations.cpp"
    COMMAND Qt6::rcc --name translations --output "${compiled}/translations.cpp"
        "${compiled}/translations.qrc"
    DEPENDS ${messages} "${compiled}/translations.qrc" VERBATIM)
target_sources(poolscope_resources PRIVATE "${compiled}/translations.cpp")

# English needs its plurals only; without places in the code the files change with the texts alone.
set(readTexts Qt6::lupdate -silent -I . ui app -locations none -no-obsolete -source-language en)
add_custom_target(translations
    COMMAND ${readTexts} -target-language de -ts "${translated}/poolscope_de.ts"
    COMMAND ${readTexts} -target-language en -pluralonly -ts "${translated}/poolscope_en.ts"
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" VERBATIM)
