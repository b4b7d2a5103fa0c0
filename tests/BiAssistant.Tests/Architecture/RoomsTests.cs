using System.Reflection;
using System.Text.RegularExpressions;

namespace BiAssistant.Tests.Architecture;

/// <summary>Who may know whom: read from the compiled assemblies, so that no project file can say otherwise.</summary>
public sealed partial class RoomsTests
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["BiAssistant.Sql"] = [],
        ["BiAssistant.Semantics"] = ["BiAssistant.Sql"],
        ["BiAssistant.Planning"] = ["BiAssistant.Semantics", "BiAssistant.Sql"],
        ["BiAssistant.Understanding"] = ["BiAssistant.Semantics", "BiAssistant.Sql"],
        ["BiAssistant.DuckDb"] = [],
        ["BiAssistant.Warehouses"] = ["BiAssistant.Sql", "BiAssistant.DuckDb"],
        ["BiAssistant.Answers"] =
        [
            "BiAssistant.Understanding", "BiAssistant.Planning", "BiAssistant.Warehouses", "BiAssistant.Semantics", "BiAssistant.Sql", "BiAssistant.DuckDb",
        ],
        ["BiAssistant.Channels"] =
        [
            "BiAssistant.Answers", "BiAssistant.Understanding", "BiAssistant.Planning", "BiAssistant.Warehouses", "BiAssistant.Semantics", "BiAssistant.Sql", "BiAssistant.DuckDb",
        ],
        ["bi-assistant"] =
        [
            "BiAssistant.Channels", "BiAssistant.Answers", "BiAssistant.Understanding", "BiAssistant.Planning", "BiAssistant.Warehouses", "BiAssistant.Semantics",
            "BiAssistant.Sql", "BiAssistant.DuckDb",
        ],
        ["BiAssistant.Web"] =
        [
            "BiAssistant.Channels", "BiAssistant.Answers", "BiAssistant.Understanding", "BiAssistant.Planning", "BiAssistant.Warehouses", "BiAssistant.Semantics",
            "BiAssistant.Sql", "BiAssistant.DuckDb",
        ],
    };

    /// <summary>The packages that a room is fenced to; the framework's own assemblies are everywhere.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["BiAssistant.Sql"] = ["Microsoft.SqlServer.TransactSql.ScriptDom"],
        ["BiAssistant.Semantics"] = ["YamlDotNet"],
        ["BiAssistant.Planning"] = [],
        ["BiAssistant.Understanding"] = [],
        ["BiAssistant.DuckDb"] = [],
        ["BiAssistant.Warehouses"] = ["Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "SQLitePCLRaw.provider.e_sqlite3", "Npgsql", "Dapper"],
        ["BiAssistant.Answers"] = ["Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "SQLitePCLRaw.provider.e_sqlite3", "Npgsql", "Dapper"],
    };

    public static TheoryData<string> Rooms => new(MayReference.Keys);

    public static TheoryData<string> FencedRooms => new(MayUse.Keys);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_that_it_may_know(string room) =>
        References(room).Where(IsOurs).Except(MayReference[room]).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(FencedRooms))]
    public void A_package_stays_in_the_room_that_fences_it(string room) =>
        References(room).Where(name => !IsOurs(name) && !IsFramework(name)).Except(MayUse[room]).ShouldBeEmpty();

    [Fact]
    public void Every_project_under_src_is_a_room_of_the_table()
    {
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d).Replace("BiAssistant.Cli", "bi-assistant", StringComparison.Ordinal));
        projects.Except(MayReference.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_that_reads_questions_can_write_or_pass_SQL()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "BiAssistant.Understanding"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        files.ShouldNotBeEmpty();
        files.Where(f => WritesSql().IsMatch(File.ReadAllText(f))).ShouldBeEmpty();
    }

    [GeneratedRegex(@"Sql\.(Writing|Checks)\b")]
    private static partial Regex WritesSql();

    private static IEnumerable<string> References(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(a => a.Name).OfType<string>();

    private static bool IsOurs(string name) => name.StartsWith("BiAssistant.", StringComparison.Ordinal) || name == "bi-assistant";

    private static bool IsFramework(string name) =>
        name is "netstandard" or "mscorlib" || name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
}
