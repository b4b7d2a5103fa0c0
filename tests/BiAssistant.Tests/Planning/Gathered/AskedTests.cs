using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Tests.Planning.Gathered;

/// <summary>What is gathered and what lies over a bridge is asked for in words like anything else.</summary>
public sealed class AskedTests
{
    private static readonly Lazy<Understander> Understander = new(() => new Understander(
        MusicLabel.Catalog,
        ValueIndex.Build(MusicLabel.Catalog, [.. Values("genres.genre", "rock", "punk", "folk", "noise"), .. Values("genres.family", "loud", "quiet"), .. Values("artists.country", "IE", "DE", "FR"), .. Values("songs.title", "Alder", "Birch")])));

    [Theory]
    [InlineData("revenue by genre", """{"measures":[{"metric":"revenue"}],"group_by":[{"field":"genres.genre"}]}""")]
    [InlineData("how many songs are there per genre?", """{"measures":[{"count":"songs"}],"group_by":[{"field":"genres.genre"}]}""")]
    [InlineData("revenue of rock songs", """{"measures":[{"metric":"revenue"}],"where":{"field":"genres.genre","in":["rock"]}}""")]
    [InlineData("revenue from folk by artist", """{"measures":[{"metric":"revenue"}],"group_by":[{"field":"artists.artist_name"}],"where":{"field":"genres.genre","in":["folk"]}}""")]
    [InlineData("number of genres by song", """{"measures":[{"count":"genres"}],"group_by":[{"field":"songs.title"}]}""")]
    [InlineData("number of songs by times sold", """{"measures":[{"count":"songs"}],"group_by":[{"field":"songs.times_sold"}]}""")]
    [InlineData("average times sold of songs", """{"measures":[{"aggregate":"average","field":"songs.times_sold"}]}""")]
    [InlineData("how many songs have times sold above 1?", """{"measures":[{"count":"songs"}],"where":{"field":"songs.times_sold","operator":"\u003E","value":1}}""")]
    public void A_question_binds_to_it(string question, string expected)
    {
        var understood = Understander.Value.Understand(new Question(question), new BindingContext(Asker.Anyone, MusicLabel.Now)).ShouldBeOfType<Understood>();

        SemanticQueryJson.Write(understood.Query).ShouldBe(expected);
    }

    [Fact]
    public void The_best_of_what_lies_over_a_bridge_are_those_that_there_are()
    {
        var understood = Understander.Value.Understand(new Question("top 2 genres by revenue"), new BindingContext(Asker.Anyone, MusicLabel.Now)).ShouldBeOfType<Understood>();

        understood.Query.Where.ShouldBe(new FieldEmpty("genres.genre", Negated: true));
    }

    private static IEnumerable<IndexedValue> Values(string field, params string[] texts) =>
        texts.Select(t => new IndexedValue(MusicLabel.Catalog.FindField(field).ShouldNotBeNull(), new SqlText(t), t, 1));
}
