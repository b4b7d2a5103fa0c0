using System.Text.RegularExpressions;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.DataChecks;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>The fields of one dataset, out of its columns and what the rows said of them.</summary>
internal sealed partial class FieldDrafts(DraftTable table, DraftLinks links, SchemaProfile profile, DraftOptions options, string? defaultTime, IReadOnlySet<string> things)
{
    private const int MostCodes = 12;
    private const int LongestCode = 3;
    private const string FullName = "full_name";

    private readonly FieldWords _words = new(table, things);
    private readonly List<ImportRemark> _remarks = [];
    private readonly List<(string Field, LocalText Label)> _balances = [];
    private readonly List<string> _flags = [];
    private readonly List<string> _personal = [];
    private readonly List<string> _audit = [];
    private readonly List<string> _codes = [];

    public Seq<ImportRemark> Remarks => _remarks.ToSeq();

    /// <summary>Whether rows are states at several days: a day is part of the key.</summary>
    private bool IsSnapshot => SnapshotTime is not null;

    private string? SnapshotTime => table.Key.Count > 1 ? table.Key.FirstOrDefault(k => table.Find(k) is { } column && (TypeOf(column)?.IsTemporal ?? false)) : null;

    /// <summary>Metrics of what is in stock at a day: it adds up over everything but time. They are known when the fields are.</summary>
    public IEnumerable<YamlMap> Balances() => _balances.Select(b => DraftYaml.Map(
        ("name", DraftYaml.Text($"{table.Dataset}_{b.Field}")),
        ("label", DraftYaml.Words(b.Label)),
        ("type", DraftYaml.Text("semi-additive")),
        ("expression", DraftYaml.Text($"SUM({Named(table.Dataset)}.{Named(b.Field)})")),
        ("over", DraftYaml.Text($"{table.Dataset}.{table.Find(SnapshotTime ?? "")?.Field}")),
        ("take", DraftYaml.Text("last"))));

    public YamlList Read()
    {
        var fields = DraftYaml.List(table.Columns.Select(column => (YamlNode)Field(column)).Concat(NameField() == FullName && Person() is { } person ? [Whole(person)] : []).ToList());
        Note(RemarkKind.Guessed, _flags, "is read as yes or no", "are read as yes or no");
        Note(RemarkKind.Guessed, _personal, "may be personal and is marked sensitive: its values are not listed for matching", "may be personal and are marked sensitive: their values are not listed for matching");
        Note(RemarkKind.Guessed, _balances.ConvertAll(b => b.Field), $"is a state at {SnapshotTime}: a metric takes the last one of a period", $"are states at {SnapshotTime}: metrics take the last ones of a period");
        Note(RemarkKind.LeftOut, _codes, "holds codes that nothing explains: their labels belong under 'values'", "hold codes that nothing explains: their labels belong under 'values'");
        Note(RemarkKind.Guessed, _audit, "says when or by whom rows were entered and is hidden", "say when or by whom rows were entered and are hidden");
        return fields;
    }

    /// <summary>The name of the column that people call a row by; null when none is.</summary>
    public string? NameField()
    {
        var texts = table.Columns.Where(c => TypeOf(c)?.Kind == SqlTypeKind.Text && !IsHidden(c) && !c.IsPersonal && FlagOf(c) is null).ToList();
        var own = table.One.Split(' ');
        var person = Person();
        var named = texts.Find(c => c.Name.Words is ["name"] or ["full", "name"] or ["display", "name"] || (person is null && c.Name.Words is ["title"] or ["label"]))
            ?? texts.Find(c => c.Name.Words.Count > 1 && c.Name.Words[^1] is "name" or "title" && c.Name.Words.SkipLast(1).All(own.Contains));
        if (named is null && person is not null)
        {
            return FullName;
        }

        named ??= texts.Find(c => NamesInKorean().IsMatch(c.Column.Name) || (c.Name.Words[^1] is "name" && NamesInKorean().IsMatch(c.Column.Comment ?? "")))
            ?? texts.Find(c => table.Schema.UniqueKeys.Contains([c.Column.Name]));
        return named?.Field;
    }

    /// <summary>The two names of a person, where a table keeps them apart and has no column for both.</summary>
    private (ColumnHabits First, ColumnHabits Last)? Person()
    {
        ColumnHabits? Find(string[] words) => table.Columns.FirstOrDefault(c => c.IsText && words.Contains(c.Name.Text));
        return Find(["first name", "given name", "forename"]) is { } first && Find(["last name", "family name", "surname"]) is { } last && !table.Columns.Any(c => c.Field.Equals(FullName, StringComparison.OrdinalIgnoreCase)) ? (first, last) : null;
    }

    private YamlMap Whole((ColumnHabits First, ColumnHabits Last) person)
    {
        _remarks.Add(new ImportRemark(RemarkKind.Guessed, $"Rows of {table.Shown} are called by {person.First.Column.Name} and {person.Last.Column.Name} together."));
        return DraftYaml.Map(
            ("name", DraftYaml.Text(FullName)),
            ("expression", DraftYaml.Text($"TRIM(COALESCE({Named(person.First.Column.Name)}, '') || ' ' || COALESCE({Named(person.Last.Column.Name)}, ''))")),
            ("datatype", DraftYaml.Text("String")),
            ("label", DraftYaml.Words(new LocalText([new LocalWord("en", "Full name"), new LocalWord("ko", "이름")]))));
    }

    /// <summary>The type of a column's values; null as the schema says it.</summary>
    public SqlType? TypeOf(ColumnHabits column)
    {
        var seen = profile.Find(table.Schema.Name, column.Column.Name);
        return !options.TypesAreHints ? column.Column.Type
            : seen?.Time switch
            {
                StoredTime.Days => SqlType.Date,
                StoredTime.Moments => SqlType.Timestamp,
                StoredTime.Numbers => SqlType.BigInteger,
                StoredTime.None when column.IsTime && seen.Filled > 0 => SqlType.Text,
                _ when column.Kind == SqlTypeKind.Unknown => seen?.Seen ?? SqlType.Unknown,
                _ when column.Kind == SqlTypeKind.Boolean && seen?.Values is { IsEmpty: false } values && !values.All(v => v is "0" or "1") => SqlType.Text,
                _ => column.Column.Type,
            };
    }

    private YamlMap Field(ColumnHabits column)
    {
        var comment = CommentWords.Of(column.Column.Comment);
        var flag = FlagOf(column);
        var type = flag is null ? TypeOf(column) : SqlType.Boolean;
        var hidden = IsHidden(column);
        var field = DraftYaml.Map(
            ("name", DraftYaml.Text(column.Field)),
            ("expression", DraftYaml.Text(Expression(column, flag))),
            ("datatype", DraftYaml.TextOrNone(Datatype(type))),
            ("label", hidden ? null : DraftYaml.Words(FieldWords.Label(column, comment))),
            ("synonyms", hidden ? null : DraftYaml.Words(_words.Synonyms(column, comment))),
            ("description", comment.Description is { } said ? DraftYaml.Words(new LocalText([new LocalWord(comment.IsKorean ? "ko" : "en", said)])) : null),
            ("hidden", DraftYaml.FlagIf(hidden)),
            ("sensitive", DraftYaml.FlagIf(column.IsPersonal)));
        if (!hidden)
        {
            Meaning(field, column with { Column = column.Column with { Type = type } }, comment, flag);
        }

        Remark(column, type, hidden, flag);
        return field;
    }

    private void Meaning(YamlMap field, ColumnHabits column, CommentWords comment, StoredTruth? flag)
    {
        if (flag is { } truth)
        {
            DraftYaml.Add(field, "filter_words", FlagGuesses.FilterWords(column, comment, truth));
            return;
        }

        DraftYaml.Add(field, "verbs", column.IsTime && DateVerbs.Of(column.Name) is { } done ? DraftYaml.Map(("en", DraftYaml.Text(done))) : null);
        var codes = comment.Codes.Where(c => !column.IsNumber || decimal.TryParse(c.Code, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _)).ToList();
        DraftYaml.Add(field, "unit", column.IsNumber ? DraftYaml.TextOrNone(comment.Unit) : null);
        DraftYaml.Add(field, "format", column.IsNumber && comment.IsFraction ? DraftYaml.Text("percent") : null);
        DraftYaml.Add(field, "index_values", column.IsProse && !column.IsPersonal ? DraftYaml.Flag(false) : null);
        var aggregate = comment.IsFraction && column.IsNumber ? "avg" : column.Aggregate(IsSnapshot);
        if (aggregate == "last")
        {
            _balances.Add((column.Field, FieldWords.Label(column, comment)));
        }

        DraftYaml.Add(field, "default_aggregate", (codes.Count > 0 && column.IsNumber) || aggregate == "last" ? DraftYaml.Text("none") : DraftYaml.TextOrNone(aggregate));
        DraftYaml.Add(field, "values", column.IsTime ? null : DraftYaml.ListOrNone(codes.Select(c => DraftYaml.Map(
            ("value", column.IsNumber ? DraftYaml.Number(decimal.Parse(c.Code, System.Globalization.CultureInfo.InvariantCulture)) : DraftYaml.Text(c.Code)),
            ("label", DraftYaml.Words(new LocalText([new LocalWord(NameWords.HasHangul(c.Label) ? "ko" : "en", c.Label)])))))));
    }

    private StoredTruth? FlagOf(ColumnHabits column) =>
        links.Replaces(table, column.Column.Name) ? null : FlagGuesses.Of(column, profile.Find(table.Schema.Name, column.Column.Name)?.Values, options.TypesAreHints);

    private string Expression(ColumnHabits column, StoredTruth? flag)
    {
        var name = column.Column.Name;
        if (flag is not { } truth)
        {
            return SqlTextReader.IsPlainName(name) ? name : Quoted(name);
        }

        var isNumber = column.IsWhole || (column.Kind is SqlTypeKind.Unknown && profile.Find(table.Schema.Name, name)?.Seen is { IsNumeric: true });
        return $"{Named(name)} = {(isNumber ? truth.True : $"'{truth.True}'")}";
    }

    private bool IsHidden(ColumnHabits column) => links.Replaces(table, column.Column.Name) || column.IsSecret || IsHousekeeping(column);

    private bool IsHousekeeping(ColumnHabits column) =>
        column with { Column = column.Column with { Type = TypeOf(column) } } is { IsAudit: true } or { IsCreation: true } && column.Field != defaultTime;

    private void Remark(ColumnHabits column, SqlType? type, bool hidden, StoredTruth? flag)
    {
        var name = column.Column.Name;
        var seen = profile.Find(table.Schema.Name, name);
        if (flag is not null)
        {
            _flags.Add($"{name} ({string.Join('/', seen?.Values ?? [])})");
        }

        if (column.IsPersonal)
        {
            _personal.Add(name);
        }
        else if (hidden && IsHousekeeping(column) && !links.Replaces(table, name))
        {
            _audit.Add(name);
        }

        if (column.MarksDeleted)
        {
            var marked = seen is { Filled: var filled } && column.IsTime ? $"{FindingWords.Share(filled, profile.FindTable(table.Schema.Name)?.Rows ?? 0)} {FindingWords.Verb(filled, "has", "have")} it" : null;
            _remarks.Add(new ImportRemark(RemarkKind.LookFirst, $"{table.Shown}.{name} seems to mark rows that were deleted{(marked is null ? "" : $"; {marked}")}. They are counted like others: give the dataset a 'filter' ({Living(column, flag)}) if they should not be."));
        }

        if (options.TypesAreHints && (column.IsTime || column.LooksLikeTime) && seen is { Filled: > 0, Time: StoredTime.Numbers or StoredTime.None } && type is not { IsTemporal: true } && (column.IsTime || seen.Time == StoredTime.Numbers))
        {
            _remarks.Add(new ImportRemark(RemarkKind.LookFirst, $"{table.Shown}.{name} looks like a time, but is stored as {(seen.Time == StoredTime.Numbers ? "numbers" : "texts that are not all ISO dates")}: no period can be asked by it until its 'expression' makes a date of it."));
        }

        if (!hidden && flag is null && type is { Kind: SqlTypeKind.Text or SqlTypeKind.Integer or SqlTypeKind.BigInteger } && column is { LooksLikeCode: true, IsPersonal: false } && column.Column.Values.IsEmpty
            && CommentWords.Of(column.Column.Comment).Codes.IsEmpty && seen?.Values is { Count: > 1 and <= MostCodes } codes && codes.All(c => c.Length <= LongestCode) && !table.IsKey([name]))
        {
            _codes.Add($"{name} ({string.Join(", ", codes)})");
        }
    }

    private static string Living(ColumnHabits column, StoredTruth? flag) => flag is { } truth
        ? $"{column.Column.Name} = '{truth.False}'"
        : column.IsTime ? $"{column.Column.Name} IS NULL" : $"NOT {column.Column.Name}";

    private void Note(RemarkKind kind, List<string> names, string one, string many)
    {
        if (names.Count > 0)
        {
            _remarks.Add(new ImportRemark(kind, $"In {table.Shown}, {string.Join(", ", names)} {(names.Count == 1 ? one : many)}."));
        }
    }

    private static string Named(string name) => IsSafe(name) ? name : Quoted(name);

    /// <summary>Whether a name in an expression is read as the column that it names.</summary>
    private static bool IsSafe(string name) => SqlParser.ParseExpression(name).Value is SqlColumn { Table: null, Name: var read } && read == name;

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string? Datatype(SqlType? type) => type?.Kind switch
    {
        SqlTypeKind.Text => "String",
        SqlTypeKind.Boolean => "Boolean",
        SqlTypeKind.Integer or SqlTypeKind.BigInteger => "Integer",
        SqlTypeKind.Decimal => type.Precision is { } precision ? $"Decimal({precision}, {type.Scale ?? 0})" : "Decimal",
        SqlTypeKind.Double => "Float",
        SqlTypeKind.Date => "Date",
        SqlTypeKind.Time => "Time",
        SqlTypeKind.Timestamp => "DateTime",
        SqlTypeKind.TimestampTz => "DateTimeTz",
        _ => null,
    };

    [GeneratedRegex("(명|이름|성명|명칭)$")]
    private static partial Regex NamesInKorean();
}
