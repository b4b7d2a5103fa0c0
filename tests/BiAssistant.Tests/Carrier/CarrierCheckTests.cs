using BiAssistant.Tests.Answers.DataChecks;
using BiAssistant.Tests.Cli;

namespace BiAssistant.Tests.Carrier;

/// <summary>The carrier's catalog is in order, and every claim of it holds in its data.</summary>
[Collection(CarrierCollection.Name)]
public sealed class CarrierCheckTests(CarrierCompany company)
{
    private static readonly string Catalog = Path.Combine(CarrierCompany.Papers, "Catalog");

    [Fact]
    public async Task The_catalog_has_neither_errors_nor_warnings()
    {
        var run = await Run.OfAsync(company.Folder, "", "check", "--catalog", Catalog);

        run.Lines.ShouldHaveSingleItem().ShouldStartWith("2 models, 24 datasets, 70 metrics; 0 errors, 0 warnings;");
        run.Code.ShouldBe(0);
    }

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task What_it_claims_of_its_data_holds_on_every_engine(string engine)
    {
        var url = await company.UrlAsync(engine);

        var run = await Run.OfAsync(
            company.Folder, "", "check", "--against-data", "--catalog", Catalog, "--warehouse", $"carrier={url}", "--state", Path.Combine(company.Folder, $"check.{engine}"),
            "--now", $"{CarrierCompany.Now:yyyy-MM-ddTHH:mm:ss}");

        run.Lines[1..].ShouldBe(["65 claims put to the data, 65 hold; 0 errors, 0 warnings"]);
        run.Code.ShouldBe(0);
    }
}
