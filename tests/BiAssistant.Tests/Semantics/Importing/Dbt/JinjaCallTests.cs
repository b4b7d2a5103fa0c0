using BiAssistant.Semantics.Importing.Dbt;

namespace BiAssistant.Tests.Semantics.Importing.Dbt;

public sealed class JinjaCallTests
{
    [Fact]
    public void A_call_is_read_with_texts_lists_and_what_is_called_on_its_result()
    {
        var call = JinjaCallReader.Read(" TimeDimension( 'order__ordered_on' , \"day\", entity_path=['a', 'b'] ).grain('month').descending(True) ");

        call.ShouldNotBeNull();
        call.Name.ShouldBe("TimeDimension");
        call.Text(0, "name").ShouldBe("order__ordered_on");
        call.Text(1, "grain").ShouldBe("day");
        call.Argument(2, "entity_path").ShouldBe(["a", "b"]);
        call.Then!.Name.ShouldBe("grain");
        call.Then.Then!.Text(0, "").ShouldBe("True");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("x(")]
    [InlineData("x('a)")]
    [InlineData("x('a') | lower")]
    [InlineData("x(y('a'))")]
    [InlineData("x('a' 'b')")]
    [InlineData("x(['a')")]
    [InlineData("x('a').y")]
    [InlineData("x('it\\'s')")]
    public void Anything_else_is_no_call_that_can_be_told(string text) => JinjaCallReader.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("ref('orders')", null, "orders", null)]
    [InlineData("{{ ref(\"orders\") }}", null, "orders", null)]
    [InlineData("ref('shop', 'orders')", null, "orders", null)]
    [InlineData("ref('orders', v=2)", null, "orders", "2")]
    [InlineData("source('raw', 'orders')", "raw", "orders", null)]
    public void A_reference_names_a_model_or_a_table_of_a_source(string text, string? source, string name, string? version) =>
        DbtReferences.Read(text).ShouldBe(new DbtReference(source, name) { Version = version });

    [Theory]
    [InlineData(null)]
    [InlineData("orders")]
    [InlineData("ref()")]
    [InlineData("{{ target.schema }}.orders")]
    public void Any_other_text_refers_to_nothing_that_can_be_told(string? text) => DbtReferences.Read(text).ShouldBeNull();
}
