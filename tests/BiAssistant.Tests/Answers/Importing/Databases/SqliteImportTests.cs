using BiAssistant.Tests.Warehouses;

namespace BiAssistant.Tests.Answers.Importing.Databases;

/// <summary>A SQLite file, whose columns hold whatever was put into them and whose links nobody enforces.</summary>
public sealed class SqliteImportTests : IDisposable
{
    private const string Script =
        """
        CREATE TABLE patients (patient_id INTEGER PRIMARY KEY, full_name TEXT, birth_date TEXT, phone TEXT, sex CHAR(1), updated_at TEXT);
        CREATE TABLE doctors (id INTEGER PRIMARY KEY, name TEXT NOT NULL, speciality TEXT);
        CREATE TABLE visits (id INTEGER PRIMARY KEY, patient_id INTEGER NOT NULL REFERENCES patients, doctor_id INTEGER, visit_date TEXT, fee DECIMAL(10, 2), is_first INTEGER, insured VARCHAR(1), follow_up_at INTEGER, noted DATE);
        CREATE TABLE payments (id INTEGER PRIMARY KEY, visit_id INTEGER NOT NULL REFERENCES visits (id), paid_on TEXT, amount DECIMAL(10, 2));
        CREATE TABLE 진료과 (코드 TEXT PRIMARY KEY NOT NULL, 이름 TEXT);
        CREATE TABLE 예약 (번호 INTEGER PRIMARY KEY, 예약일 DATE, 환자수 INTEGER, 진료과코드 TEXT);
        CREATE TABLE readings (doctor_id INTEGER, taken, level);
        INSERT INTO patients VALUES (1, 'Choi', '1980-01-02', '010', 'F', '2024-01-01 10:00:00'), (2, 'Oh', '1990-05-06', '011', 'M', '2024-01-01 10:00:00'), (3, 'Yun', '1975-07-08', '012', 'F', '2024-01-01 10:00:00');
        INSERT INTO doctors VALUES (1, 'Dr Han', 'heart'), (2, 'Dr Seo', 'skin');
        INSERT INTO visits VALUES (1, 1, 1, '2024-01-10', 100, 1, 'Y', 1704844800, '2024-01-10'), (2, 1, 2, '2024-02-11', 50.5, 0, 'N', 1707609600, '11.02.2024'), (3, 2, 1, '2024-02-20', 80, 1, 'Y', NULL, NULL), (4, 3, 1, '2024-02-21', 20, 1, 'Y', NULL, NULL);
        INSERT INTO payments VALUES (1, 1, '2024-01-12', 100), (2, 2, '2024-02-15', 30), (3, 99, '2024-03-01', 7);
        INSERT INTO 진료과 VALUES ('C', '심장내과'), ('S', '피부과');
        INSERT INTO 예약 VALUES (1, '2024-03-01', 3, 'C'), (2, '2024-03-05', 2, 'S'), (3, '2024-04-01', 4, 'C');
        INSERT INTO readings VALUES (1, '2024-01-01', 3.5), (2, '2024-01-02', 4.5);
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly ImportedDatabase _imported;

    public SqliteImportTests()
    {
        SqliteUnderTest.Write(_folder.File("clinic.sqlite"), Script);
        _imported = new ImportedDatabase($"main=sqlite:{_folder.File("clinic.sqlite")}");
    }

    [Fact]
    public async Task Questions_are_answered_right_after_the_import()
    {
        await _imported.ImportAsync();

        (await _imported.AskAsync("total fee by doctor")).ShouldBe(["Dr Han | 200", "Dr Seo | 50.5"]);
        (await _imported.AskAsync("total fee in February 2024")).ShouldBe(["150.5"]);
        (await _imported.AskAsync("how many visits by sex")).ShouldBe(["F | 3", "M | 1"]);
        (await _imported.AskAsync("how many insured visits")).ShouldBe(["3"]);
        (await _imported.AskAsync("진료과별 환자수 합계")).ShouldBe(["심장내과 | 7", "피부과 | 2"]);
        (await _imported.AskAsync("2024년 3월 환자수 합계")).ShouldBe(["5"]);
    }

    [Fact]
    public async Task A_declared_link_that_rows_break_is_kept_as_optional_and_told()
    {
        await _imported.ImportAsync();

        _imported.Report.ShouldContain("payments.visit_id is declared to lead to visits.id, but 1 of 3 rows finds no row there: they are kept as optional.");
        (await _imported.AskAsync("total amount by doctor")).ShouldBe(["Dr Han | 100", "Dr Seo | 30", " | 7"]);
    }

    [Fact]
    public async Task Times_are_what_the_rows_hold_and_not_what_the_columns_are_called()
    {
        await _imported.ImportAsync();

        _imported.Report.ShouldContain("visits.follow_up_at looks like a time, but is stored as numbers");
        _imported.Report.ShouldContain("visits.noted looks like a time, but is stored as texts that are not all ISO dates");
        _imported.Report.ShouldContain("In patients, updated_at says when or by whom rows were entered and is hidden.");
        _imported.Model.ShouldContain("name: visit_date\n            expression: visit_date\n            datatype: Date\n");
        _imported.Model.ShouldContain("name: taken\n            expression: taken\n            datatype: Date\n");
        _imported.Model.ShouldContain("name: level\n            expression: level\n            datatype: Float\n");
    }

    [Fact]
    public async Task Whole_numbers_of_two_kinds_are_flags_only_where_the_name_says_so()
    {
        await _imported.ImportAsync();

        _imported.Model.ShouldContain("expression: is_first = 1\n            datatype: Boolean");
        _imported.Model.ShouldContain("insured = 'Y'");
        _imported.Report.ShouldContain("In visits, is_first (0/1), insured (N/Y) are read as yes or no.");
        _imported.Model.ShouldNotContain("sex = ");
    }

    public void Dispose()
    {
        _imported.Dispose();
        _folder.Dispose();
    }
}
