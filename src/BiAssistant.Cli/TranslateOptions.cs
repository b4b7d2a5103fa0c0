using System.CommandLine;
using System.CommandLine.Parsing;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;

namespace BiAssistant.Cli;

/// <summary>The options of <c>compile</c> that take SQL instead of a semantic query.</summary>
internal sealed class TranslateOptions
{
    private readonly Option<string?> _sql = new("--sql") { Description = "A file with a SQL query to translate, or - for standard input.", HelpName = "FILE" };

    private readonly Option<string> _from = new("--from")
    {
        Description = "The dialect of the SQL that is read; portable is that of catalogs.",
        HelpName = "DIALECT",
        DefaultValueFactory = _ => SqlDialects.Portable.Name,
    };

    private readonly Option<string?> _to = new("--to") { Description = "The dialect that it is written in.", HelpName = "DIALECT" };

    public TranslateOptions()
    {
        _from.Validators.Add(result => Known(result, [SqlDialects.Portable, .. SqlDialects.All]));
        _to.Validators.Add(result => Known(result, SqlDialects.All));
    }

    public IEnumerable<Option> All => [_sql, _from, _to];

    /// <summary>The file to translate; null where a semantic query is compiled.</summary>
    public string? File(ParseResult parsed) => parsed.GetValue(_sql);

    public SqlDialect From(ParseResult parsed) => SqlDialects.Find(parsed.GetRequiredValue(_from)) ?? SqlDialects.Portable;

    public SqlDialect To(ParseResult parsed) => SqlDialects.Find(parsed.GetRequiredValue(_to) ?? "") ?? SqlDialects.DuckDb;

    /// <summary>What does not go together; null where all does.</summary>
    public string? Problem(CommandResult given, bool hasQuery, bool hasDialect) => (given.GetResult(_sql) is not null, given.GetResult(_to) is not null, given.GetResult(_from) is { Implicit: false }) switch
    {
        (true, _, _) when hasQuery => "Either a semantic query or --sql FILE is expected, not both.",
        (true, _, _) when hasDialect => "--dialect is for semantic queries; with --sql, say --to DIALECT.",
        (true, false, _) => $"--sql needs --to DIALECT: {Listed(SqlDialects.All)}.",
        (false, true, _) or (false, _, true) => "--from and --to belong to --sql FILE.",
        (false, _, _) when !hasQuery => "A semantic query or --sql FILE is expected.",
        _ => null,
    };

    private static void Known(OptionResult result, Seq<SqlDialect> dialects)
    {
        foreach (var token in result.Tokens.Where(token => !dialects.Any(dialect => dialect.Name.Equals(token.Value, StringComparison.OrdinalIgnoreCase))))
        {
            var nearest = Nearest.To(token.Value, dialects.Select(dialect => dialect.Name));
            result.AddError($"'{token.Value}' is no dialect here: {Listed(dialects)} are known.{Nearest.Question(nearest)}");
        }
    }

    private static string Listed(Seq<SqlDialect> dialects) => string.Join(", ", dialects.Select(dialect => dialect.Name));
}
