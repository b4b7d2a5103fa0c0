using System.Text.RegularExpressions;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>Writes tables and links as the model that they make.</summary>
internal sealed partial class DatasetDrafts(Seq<DraftTable> tables, DraftLinks links, SchemaProfile profile, DraftOptions options)
{
    private readonly List<ImportRemark> _remarks = [];

    public Seq<ImportRemark> Remarks => _remarks.ToSeq();

    public YamlMap Model()
    {
        var times = new DefaultTimes(tables, links, (table, column) => new FieldDrafts(table, links, profile, options, null).TypeOf(column));
        var bridges = links.Bridges(tables).ToList();
        var hidden = bridges.ConvertAll(b => b.Table.Dataset);
        var datasets = tables.Select(t => (YamlNode)Dataset(t, times.Of(t), hidden.Contains(t.Dataset))).ToList();
        _remarks.AddRange(times.Remarks);
        var taken = links.All.Select(links.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var relationships = links.All.Select(l => (YamlNode)Relationship(l)).Concat(bridges.Select(b => (YamlNode)Bridge(b.Table, b.One, b.Other, taken))).ToList();
        return DraftYaml.Map(
            ("version", DraftYaml.Text("0.2.0.dev0")),
            ("semantic_model", DraftYaml.List([
                DraftYaml.Map(
                    ("name", DraftYaml.Text(options.Name)),
                    ("warehouse", DraftYaml.Text(options.Warehouse)),
                    ("datasets", DraftYaml.List(datasets)),
                    ("relationships", DraftYaml.ListOrNone(relationships))),
            ])));
    }

    private YamlMap Dataset(DraftTable table, string? time, bool hidden)
    {
        var fields = new FieldDrafts(table, links, profile, options, time);
        var read = fields.Read();
        var korean = Korean(table);
        var dataset = DraftYaml.Map(
            ("name", DraftYaml.Text(table.Dataset)),
            ("source", DraftYaml.Text(string.Join('.', table.Schema.Name.Select(part => PlainPart().IsMatch(part) ? part : $"\"{part.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))),
            ("primary_key", DraftYaml.Texts(table.Key)),
            ("unique_keys", DraftYaml.ListOrNone(table.Schema.UniqueKeys.Where(k => k != table.Key && k.All(c => table.Find(c) is { Column.Nullable: false })).Select(k => DraftYaml.Texts(k)).OfType<YamlNode>())),
            ("label", DraftYaml.Words(Words(table, NameWords.Heading(table.Many), korean))),
            ("synonyms", DraftYaml.Words(Synonyms(table, korean))),
            ("description", table.Comment.Description is { } said ? DraftYaml.Words(new LocalText([new LocalWord(table.Comment.IsKorean ? "ko" : "en", said)])) : null),
            ("entity", DraftYaml.Map(
                ("singular", DraftYaml.Words(Words(table, Written(table.One), korean))),
                ("plural", DraftYaml.Words(Words(table, Written(table.Many), korean))))),
            ("hidden", DraftYaml.FlagIf(hidden)),
            ("name_field", DraftYaml.TextOrNone(fields.NameField())),
            ("default_time", DraftYaml.TextOrNone(time)),
            ("fields", read));
        _remarks.AddRange(fields.Remarks);
        return dataset;
    }

    private YamlMap Relationship(DraftLink link)
    {
        var role = DraftLinks.RoleOf(link);
        var comment = link.Columns.Count == 1 ? CommentWords.Of(link.From.Find(link.Columns[0])?.Column.Comment) : CommentWords.Of(null);
        var korean = comment is { IsKorean: true, Label: { } said } ? KeyInKorean().Replace(said, "").Trim() : null;
        var isRole = role is not null || (korean is { Length: > 0 } && korean != Korean(link.To) && links.Of(link.From).Count(l => l.To.Dataset == link.To.Dataset) > 1);
        return DraftYaml.Map(
            ("name", DraftYaml.Text(links.Name(link))),
            ("from", DraftYaml.Text(link.From.Dataset)),
            ("to", DraftYaml.Text(link.To.Dataset)),
            ("from_columns", DraftYaml.Texts(link.Columns)),
            ("to_columns", DraftYaml.Texts(link.ToColumns)),
            ("role", isRole ? Role(role, korean, link.To) : null),
            ("optional", DraftYaml.FlagIf(link.Optional)),
            ("one_to_one", DraftYaml.FlagIf(IsOneToOne(link))));
    }

    /// <summary>Each row is pointed to at most once; asked of the tables as they are now, whose keys may have been disproved.</summary>
    private bool IsOneToOne(DraftLink link) => !link.IsSelf && Now(link.From).IsKey(link.Columns) && Now(link.To).IsKey(link.ToColumns);

    private DraftTable Now(DraftTable table) => tables.First(t => t.Dataset == table.Dataset);

    private static YamlMap? Role(string? english, string? korean, DraftTable to)
    {
        LocalWord[] Ko() => korean is { Length: > 0 } ? [new LocalWord("ko", korean)] : [];
        LocalText Both(string words) => new([new LocalWord("en", words), .. Ko()]);
        return english is null
            ? DraftYaml.Map(("singular", DraftYaml.Words(new LocalText([.. Ko()]))), ("plural", DraftYaml.Words(new LocalText([.. Ko()]))))
            : DraftYaml.Map(("singular", DraftYaml.Words(Both(Written(english)))), ("plural", DraftYaml.Words(Both(Written(EnglishNouns.Plural(english))))));
    }

    private YamlMap Bridge(DraftTable table, DraftLink one, DraftLink other, HashSet<string> taken)
    {
        _remarks.Add(new ImportRemark(RemarkKind.Guessed, $"{table.Shown} only links {one.To.Shown} with {other.To.Shown}: it is hidden, and they are related through it."));
        return DraftYaml.Map(
            ("name", DraftYaml.Text(TableChoice.Unique($"{one.To.Dataset}_{other.To.Dataset}", taken))),
            ("from", DraftYaml.Text(one.To.Dataset)),
            ("to", DraftYaml.Text(other.To.Dataset)),
            ("through", DraftYaml.Texts([links.Name(one), links.Name(other)])),
            ("cardinality", DraftYaml.Text("many_to_many")));
    }

    private static LocalText Words(DraftTable table, string english, string? korean) => (table.Name.IsKorean, korean) switch
    {
        (true, _) => new LocalText([new LocalWord("ko", korean ?? table.One.Replace('_', ' '))]),
        (_, { } ko) => new LocalText([new LocalWord("en", english), new LocalWord("ko", ko)]),
        _ => new LocalText([new LocalWord("en", english)]),
    };

    private static LocalText Synonyms(DraftTable table, string? korean) => table.Comment switch
    {
        { IsKorean: true, Label: { } full } when full != korean => new LocalText([new LocalWord("ko", full)]),
        { IsKorean: false, Label: { } said } when !string.Equals(said, table.One, StringComparison.OrdinalIgnoreCase) && !string.Equals(said, table.Many, StringComparison.OrdinalIgnoreCase) => new LocalText([new LocalWord("en", said)]),
        _ => LocalText.Empty,
    };

    /// <summary>What a row is called in Korean: the comment without the word that says that it is a table.</summary>
    private static string? Korean(DraftTable table) =>
        table.Comment is { IsKorean: true, Label: { } label } ? TableInKorean().Replace(label, "") is { Length: > 0 } plain ? plain : label : null;

    private static string Written(string words) => string.Join(' ', words.Split(' ').Select(Abbreviations.Written));

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_$]*$")]
    private static partial Regex PlainPart();

    [GeneratedRegex(@"\s*(테이블|마스터|마스타|정보)$")]
    private static partial Regex TableInKorean();

    [GeneratedRegex(@"\s*(코드|번호|아이디|ID|id|Id|키|일련번호|사번)$")]
    private static partial Regex KeyInKorean();
}
