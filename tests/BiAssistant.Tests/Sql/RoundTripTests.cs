using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class RoundTripTests
{
    private static readonly int Trees = GeneratedCases.Scale(2_000);

    [Theory]
    [InlineData("duckdb")]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("tsql")]
    [InlineData("oracle")]
    [InlineData("mysql")]
    [InlineData("mariadb")]
    [InlineData("snowflake")]
    [InlineData("bigquery")]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void What_is_written_is_read_back_as_the_same_tree(string name)
    {
        var dialect = SqlDialects.Find(name).ShouldNotBeNull();
        var kinds = new Dictionary<Type, int>();
        var written = 0;
        for (var tree = 1; written < Trees; tree++)
        {
            tree.ShouldBeLessThan(Trees * 20, "most trees should be sayable");
            var seed = GeneratedCases.SeedFor(tree);
            if (SqlWriter.Write(new RandomTrees(seed).Query(), dialect).Value is not { } sql)
            {
                continue;
            }

            written++;
            var read = SqlParser.ParseQuery(sql.Text, dialect);
            read.Issues.ShouldBe([], $"seed {seed}:\n{sql.Text}");
            if (!Equals(read.Value, Bare(sql.Tree)))
            {
                read.Value.ShouldBe((SqlQuery)Bare(sql.Tree), $"seed {seed}:\n{sql.Text}");
            }

            foreach (var node in sql.Tree.DescendantsAndSelf())
            {
                kinds[node.GetType()] = kinds.GetValueOrDefault(node.GetType()) + 1;
            }
        }

        kinds.Where(kind => kind.Value < 20).ShouldBeEmpty();
        kinds.Count.ShouldBeGreaterThan(25);
    }

    private static SqlNode Bare(SqlNode node) => node switch
    {
        SqlParameter parameter => parameter with { Value = null },
        SqlCommonTable { Comment: not null } common => SqlTree.MapChildren(common with { Comment = null }, Bare),
        _ => SqlTree.MapChildren(node, Bare),
    };
}
