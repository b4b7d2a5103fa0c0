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
    [InlineData("oracle")]
    [InlineData("mysql")]
    [InlineData("mariadb")]
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

    [Theory]
    [InlineData("duckdb")]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("oracle")]
    [InlineData("mysql")]
    [InlineData("mariadb")]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void A_mutated_text_gives_a_tree_or_an_issue(string name)
    {
        var dialect = SqlDialects.Find(name).ShouldNotBeNull();
        var random = new Random(GeneratedCases.Seed);
        var mutations = GeneratedCases.Scale(3_000, cheaper: 5);
        const string Noise = "()'\"[]-/*;,. \n\0$@:=<>|eE1AS한\uD800";
        for (var tree = 1; tree <= mutations; tree++)
        {
            var seed = GeneratedCases.SeedFor(tree);
            if (SqlWriter.Write(new RandomTrees(seed).Query(2), dialect).Value is not { } sql)
            {
                continue;
            }

            var text = sql.Text.ToCharArray().ToList();
            for (var i = random.Next(1, 5); i > 0 && text.Count > 1; i--)
            {
                var at = random.Next(text.Count);
                switch (random.Next(3))
                {
                    case 0:
                        text.RemoveAt(at);
                        break;
                    case 1:
                        text.Insert(at, Noise[random.Next(Noise.Length)]);
                        break;
                    default:
                        text.InsertRange(random.Next(text.Count), text.Skip(at).Take(random.Next(30)).ToList());
                        break;
                }
            }

            var outcome = SqlParser.ParseQuery(string.Concat(text), dialect);
            if (outcome.Succeeded == !outcome.Issues.IsEmpty)
            {
                outcome.Succeeded.ShouldBe(outcome.Issues.IsEmpty, $"seed {seed}:\n{string.Concat(text)}");
            }
        }
    }

    private static SqlNode Bare(SqlNode node) => node switch
    {
        SqlParameter parameter => parameter with { Value = null },
        SqlCommonTable { Comment: not null } common => SqlTree.MapChildren(common with { Comment = null }, Bare),
        _ => SqlTree.MapChildren(node, Bare),
    };
}
