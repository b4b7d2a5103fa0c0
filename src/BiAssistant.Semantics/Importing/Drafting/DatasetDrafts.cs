using System.Text.RegularExpressions;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>Writes tables and links as the model that they make.</summary>
internal sealed partial class DatasetDrafts(Seq<DraftTable> tables, DraftLinks links, SchemaProfile profile, DraftOptions options)
{
    private readonly List<ImportRemark> _remarks = [];
    private readonly List<YamlMap> _metrics = [];
    private readonly Dictionary<string, DraftTable> _byDataset = tables.ToDictionary(t => t.Dataset);
    private readonly HashSet<string> _things = tables.SelectMany(t => new[] { t.One, t.Many }).ToHashSet();

    public Seq<ImportRemark> Remarks => _remarks.ToSeq();

    public YamlMap Model()
    {
        var times = new DefaultTimes(tables, links, (table, column) => new FieldDrafts(table, links, profile, options, null, _things).TypeOf(column));
        var bridges = links.Bridges(tables).ToList();
        var hidden = bridges.ConvertAll(b => b.Table.Dataset);
        var datasets = tables.Select(t => (YamlNode)Dataset(t, times.Of(t), hidden.Contains(t.Dataset))).ToList();
        _remarks.AddRange(times.Remarks);
        var taken = links.All.Select(links.Name).Concat(tables.Select(t => t.Dataset)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var relationships = links.All.Select(l => (YamlNode)Relationship(l)).Concat(bridges.Select(b => (YamlNode)Bridge(b.Table, b.One, b.Other, taken))).ToList();
        return DraftYaml.Map(
            ("version", DraftYaml.Text("0.2.0.dev0")),
            ("semantic_model", DraftYaml.List([
                DraftYaml.Map(
                    ("name", DraftYaml.Text(options.Name)),
                    ("warehouse", DraftYaml.Text(options.Warehouse)),
                    ("datasets", DraftYaml.List(datasets)),
                    ("relationships", DraftYaml.ListOrNone(relationships)),
                    ("metrics", DraftYaml.ListOrNone(_metrics))),
            ])));
    }

    private YamlMap Dataset(DraftTable table, string? time, bool hidden)
    {
        var fields = new FieldDrafts(table, links, profile, options, time, _things);
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
        _metrics.AddRange(fields.Balances());
        return dataset;
    }

    private YamlMap Relationship(DraftLink link)
    {
        var role = DraftLinks.RoleOf(link);
        var comment = link.Columns.Count == 1 ? CommentWords.Of(link.From.Find(link.Columns[0])?.Column.Comment) : CommentWords.Of(null);
        var korean = comment is { IsKorean: true, Label: { } said } ? KeyInKorean().Replace(said, "").Trim() : null;
        var isRole = !role.IsEmpty || (korean is { Length: > 0 } && korean != Korean(link.To) && links.Of(link.From).Count(l => l.To.Dataset == link.To.Dataset) > 1);
        return DraftYaml.Map(
            ("name", DraftYaml.Text(links.Name(link))),
            ("from", DraftYaml.Text(link.From.Dataset)),
            ("to", DraftYaml.Text(link.To.Dataset)),
            ("from_columns", DraftYaml.Texts(link.Columns)),
            ("to_columns", DraftYaml.Texts(link.ToColumns)),
            ("role", isRole ? Role(role, korean) : null),
            ("optional", DraftYaml.FlagIf(link.Optional)),
            ("one_to_one", DraftYaml.FlagIf(IsOneToOne(link))));
    }

    /// <summary>Each row is pointed to at most once; asked of the tables as they are now, whose keys may have been disproved.</summary>
    private bool IsOneToOne(DraftLink link) => !link.IsSelf && Now(link.From).IsKey(link.Columns) && Now(link.To).IsKey(link.ToColumns);

    private DraftTable Now(DraftTable table) => _byDataset[table.Dataset];

    private static YamlMap Role(Seq<string> english, string? korean)
    {
        LocalText Words(Func<string, string> form) => new([
            .. english.Take(1).Select(e => new LocalWord("en", Written(form(e)))),
            .. korean is { Length: > 0 } ? new[] { new LocalWord("ko", korean) } : [],
        ]);
        return DraftYaml.Map(
            ("singular", DraftYaml.Words(Words(static one => one))),
            ("plural", DraftYaml.Words(Words(EnglishNouns.Plural))),
            ("synonyms", DraftYaml.Words(new LocalText(english.Skip(1).Select(e => new LocalWord("en", Written(e))).ToSeq()))));
    }

    private YamlMap Bridge(DraftTable table, DraftLink one, DraftLink other, HashSet<string> taken)
    {
        _remarks.Add(new ImportRemark(RemarkKind.Guessed, $"{table.Shown} only links {one.To.Shown} with {other.To.Shown}: it is hidden, and they are related through it."));
        return DraftYaml.Map(
            ("name", DraftYaml.Text(UniqueName.Of($"{one.To.Dataset}_{other.To.Dataset}", taken.Add))),
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

    /// <summary>The name as it stands in the database, without what only says that it is a table; and the comment, where it says more.</summary>
    private static LocalText Synonyms(DraftTable table, string? korean)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { table.One, table.Many, korean ?? "" };
        var said = table.Comment.Label is { } label ? [new LocalWord(table.Comment.IsKorean ? "ko" : "en", label)] : Array.Empty<LocalWord>();
        var written = table.Name.IsKorean ? [] : new[] { new LocalWord("en", string.Join(' ', table.Name.Parts)) };
        return new LocalText(written.Concat(said).Where(w => known.Add(w.Text)).ToSeq());
    }

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
