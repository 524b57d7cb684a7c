import CXLSXWriter
import Compliance
import Glibc

/// Why a workbook could not be made: the system's error number.
struct WorkbookFailure: Error {
  let code: Int32
}

/// An Excel workbook that is put together sheet by sheet. Texts are written as texts and numbers as numbers; there is no way to
/// write a formula.
final class WorkbookFile {
  /// The looks of cells; a workbook makes its own, which live as long as it does.
  private struct Formats {
    let plain, head, title, soft: UnsafeMutablePointer<lxw_format>?
    let looks: [String: UnsafeMutablePointer<lxw_format>?]
  }

  /// The most that Excel takes: rows of a sheet, and UTF-16 units of a cell.
  private static let (mostRows, mostUnits) = (1_048_576, 32_767)

  private let library: txw_library
  private let descriptor: Int32
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true
  private let formats: Formats
  /// The first thing that could not be done.
  private var failure = LXW_NO_ERROR

  /// Begins a workbook.
  /// - Parameters:
  ///   - title: what it is called in the properties of the file.
  ///   - seconds: the time that it is of, since 1970; the present would give other bytes each time.
  init(title: String, at seconds: Int) throws(WorkbookFailure) {
    guard let library = WorkbookLibrary.functions() else { throw WorkbookFailure(code: ELIBACC) }
    descriptor = txw_memory_file()
    guard descriptor >= 0 else { throw WorkbookFailure(code: errno) }
    self.library = library
    guard let workbook = library.workbook_new("/proc/self/fd/\(descriptor)") else {
      close(descriptor)
      throw WorkbookFailure(code: ENOMEM)
    }
    self.workbook = workbook
    formats = WorkbookFile.formats(of: workbook, library)
    // workbook_set_properties copies what it is given before it returns.
    visible(title).withCString { title in
      var properties = lxw_doc_properties()
      // Declared without const, and only read.
      properties.title = UnsafeMutablePointer(mutating: title)
      // 0 would mean the present.
      properties.created = time_t(max(1, seconds))
      note(library.workbook_set_properties(workbook, &properties))
    }
  }

  private static func formats(of workbook: UnsafeMutablePointer<lxw_workbook>, _ library: txw_library) -> Formats {
    func format(_ set: (UnsafeMutablePointer<lxw_format>) -> Void = { _ in }) -> UnsafeMutablePointer<lxw_format>? {
      guard let format = library.workbook_add_format(workbook) else { return nil }
      library.format_set_font_name(format, "Yu Gothic")
      library.format_set_font_size(format, 10)
      library.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      set(format)
      return format
    }
    // So that the eye stays in its row, also on paper.
    func ruled(_ set: (UnsafeMutablePointer<lxw_format>) -> Void) -> UnsafeMutablePointer<lxw_format>? {
      format {
        library.format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
        library.format_set_bottom_color($0, 0xD9DCD6)
        set($0)
      }
    }
    func look(_ ink: UInt32, _ wash: UInt32) -> UnsafeMutablePointer<lxw_format>? {
      ruled {
        library.format_set_font_color($0, ink)
        library.format_set_bg_color($0, wash)
        library.format_set_text_wrap($0)
      }
    }
    return Formats(
      plain: ruled { library.format_set_text_wrap($0) },
      head: format {
        library.format_set_bold($0)
        library.format_set_bg_color($0, 0xE8ECE6)
        library.format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
        library.format_set_text_wrap($0)
      },
      title: format {
        library.format_set_bold($0)
        library.format_set_font_size($0, 14)
      },
      soft: format { library.format_set_font_color($0, 0x59636E) },
      looks: [
        "fail": look(0xB3261E, 0xFBEAE8), "open": look(0x855300, 0xFBF1DC), "pass": look(0x1D6B3D, 0xE6F2EA),
        "waived": look(0x0B5C8A, 0xE6F0F6), "rest": look(0x59636E, 0xF3F3F1),
      ])
  }

  /// Adds a sheet that holds one table, with its head kept in sight, a filter, and set to be printed on A4 across.
  /// - Parameters:
  ///   - table: the table.
  ///   - title: lines above the table, the first of them large; with none, the head is the first row.
  ///   - more: what is said below the table if it has more rows than a sheet can hold.
  func add(_ table: SheetTable, title: [String] = [], more: (Int) -> String) {
    guard let sheet = library.workbook_add_worksheet(workbook, table.name) else {
      return note(LXW_ERROR_SHEETNAME_ALREADY_USED)
    }
    let top = title.isEmpty ? 0 : title.count + 1
    for (row, line) in title.enumerated() {
      if row == 0 { note(library.worksheet_set_row(sheet, 0, Self.titleHeight, nil)) }
      write(.text(line), row, 0, row == 0 ? formats.title : formats.soft, sheet)
    }
    for (index, column) in table.columns.enumerated() {
      note(library.worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), column.width, nil))
      write(.text(column.head), top, index, formats.head, sheet)
    }
    let shown = table.rows.prefix(Self.mostRows - top - 2)
    for (index, row) in shown.enumerated() {
      // Explicit, because some programs show rows of wrapped text one line high unless they are told.
      note(library.worksheet_set_row(sheet, lxw_row_t(top + 1 + index), Self.height(of: row, table.columns), nil))
      for (column, cell) in row.enumerated() { write(cell, top + 1 + index, column, formats.plain, sheet) }
    }
    if shown.count < table.rows.count {
      write(.text(more(table.rows.count - shown.count)), top + 1 + shown.count, 0, formats.soft, sheet)
    }
    let last = (row: lxw_row_t(top + shown.count), column: lxw_col_t(max(0, table.columns.count - 1)))
    if !shown.isEmpty { note(library.worksheet_autofilter(sheet, lxw_row_t(top), 0, last.row, last.column)) }
    library.worksheet_freeze_panes(sheet, lxw_row_t(top + 1), 0)
    note(library.worksheet_repeat_rows(sheet, lxw_row_t(top), lxw_row_t(top)))
    library.worksheet_set_landscape(sheet)
    // 9 is A4 in the list of the file format.
    library.worksheet_set_paper(sheet, 9)
    library.worksheet_fit_to_pages(sheet, 1, 0)
    library.worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    note(library.worksheet_set_footer(sheet, "&L&A&R&P / &N"))
  }

  /// The height in points of a row whose texts are wrapped, estimated from how wide they are; at most what Excel takes.
  private static func height(of row: [SheetCell], _ columns: [SheetTable.Column]) -> Double {
    var most = 1
    for (cell, column) in zip(row, columns) {
      guard case .text(let text) = cell else { continue }
      // A cell keeps a margin, and lines break before a word or a kanji that does not fit: some of the width stays empty.
      let room = max(1, Int(column.width) - 2)
      let lines = text.utf8.count <= room ? 1 : lineCount(text, room)
      most = max(most, lines)
    }
    return min(409, 3 + Double(most) * lineHeight)
  }

  /// The heights in points of a line of Yu Gothic at 10 points, and of the title.
  private static let (lineHeight, titleHeight) = (15.0, 24.0)

  private static func lineCount(_ text: String, _ room: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, line in
      lines + max(1, (DisplayWidth.of(line) + room - 1) / room)
    }
  }

  private func note(_ result: lxw_error) {
    if failure == LXW_NO_ERROR { failure = result }
  }

  private func write(
    _ cell: SheetCell, _ row: Int, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?,
    _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    let (row, column) = (lxw_row_t(row), lxw_col_t(column))
    switch cell {
    case .number(let number): note(library.worksheet_write_number(sheet, row, column, Double(number), format))
    case .text(let text): note(library.worksheet_write_string(sheet, row, column, Self.fitting(text), format))
    case .mark(let text, let look):
      note(library.worksheet_write_string(sheet, row, column, Self.fitting(text), formats.looks[look] ?? format))
    }
  }

  /// Text that a cell can hold: visible, without what XML forbids, and cut at Excel's limit.
  private static func fitting(_ text: String) -> String {
    var text = visibleLines(text)
    if text.unicodeScalars.contains(where: { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" }) {
      text = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{FFFE}" && $0 != "\u{FFFF}" }))
    }
    guard text.utf8.count > mostUnits, text.utf16.count > mostUnits else { return text }
    var units = 0
    return text.prefix { character in
      units += character.utf16.count
      return units < mostUnits
    } + "…"
  }

  /// Ends the workbook; nothing can be added afterwards.
  /// - Returns: the bytes of the file.
  func bytes() throws(WorkbookFailure) -> [UInt8] {
    precondition(isOpen, "a workbook is ended once")
    // workbook_close frees the workbook whatever it returns.
    isOpen = false
    guard library.workbook_close(workbook) == LXW_NO_ERROR else { throw WorkbookFailure(code: errno) }
    guard failure == LXW_NO_ERROR else {
      throw WorkbookFailure(code: failure == LXW_ERROR_MEMORY_MALLOC_FAILED ? ENOMEM : EINVAL)
    }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw WorkbookFailure(code: errno) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(size))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // The buffer outlives the call, and read(2) writes at most its count.
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw WorkbookFailure(code: errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  deinit {
    // A workbook that was given up is closed into the file in memory, which goes with its descriptor.
    if isOpen { _ = library.workbook_close(workbook) }
    close(descriptor)
  }
}
