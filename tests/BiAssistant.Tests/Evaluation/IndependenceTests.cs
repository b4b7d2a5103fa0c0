using System.Text.RegularExpressions;

namespace BiAssistant.Tests.Evaluation;

/// <summary>The evaluator is worth something only as long as it shares nothing with what it judges.</summary>
public sealed partial class IndependenceTests
{
    [Fact]
    public void The_row_by_row_evaluator_knows_nothing_of_the_product()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Evaluation", "RowByRow"), "*.cs", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        files.Where(file => OfTheProduct().IsMatch(File.ReadAllText(file))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Worlds")]
    [InlineData("Asking")]
    [InlineData("Forms")]
    public void What_evaluates_generated_queries_knows_nothing_of_the_product(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Evaluation", "Generated", folder), "*.cs", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        files.Where(file => OfTheProduct().IsMatch(File.ReadAllText(file))).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\b(Sql|Semantics|Planning|Answers|Warehouses|Understanding|DuckDb)\.|using BiAssistant\.(?!Tests\.Evaluation\.(RowByRow|Generated\.(Worlds|Asking|Forms)))")]
    private static partial Regex OfTheProduct();
}
