using BiAssistant.Answers.Importing;

namespace BiAssistant.Tests.Answers.Importing.Dbt;

/// <summary>A project that is imported again: what changed there comes in, what a person has edited here stays.</summary>
public sealed class DbtAgainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Importing_the_same_project_again_changes_nothing()
    {
        using var shop = await PotteryShop.OpenAsync("current", "sqlite");

        await shop.ImportAsync(PotteryShop.ProjectOf("current"));

        shop.Report.Files.Select(file => file.Fate).Distinct().ShouldBe([FileFate.Unchanged]);
    }

    [Fact]
    public async Task A_change_of_the_project_comes_in_beside_what_a_person_has_edited()
    {
        using var shop = await PotteryShop.OpenAsync("older", "sqlite");
        var revenue = Path.Combine(shop.Catalog, "metrics/orders/revenue.yml");
        await File.WriteAllTextAsync(revenue, (await File.ReadAllTextAsync(revenue)).Replace("ko: \"매출\"", "ko: \"총매출\"", StringComparison.Ordinal));

        await shop.ImportAsync(Changed("older", "models/metrics/metrics.yml", "{{ Dimension('order__status') }} != 'cancelled'\n    config:", "{{ Dimension('order__status') }} = 'shipped'\n    config:"));

        (await File.ReadAllTextAsync(revenue)).ShouldContain("총매출");
        (await shop.AskAsync("2024년 총매출", "ko")).ShouldBe(["650.5"]);
    }

    [Fact]
    public async Task A_project_can_go_from_the_older_form_to_the_current_one()
    {
        using var shop = await PotteryShop.OpenAsync("older", "sqlite");

        await shop.ImportAsync(PotteryShop.ProjectOf("current"));

        shop.Report.Files.Single(file => file.Path == "metrics/orders/revenue.yml").Fate.ShouldBe(FileFate.Unchanged);
        (await shop.AskAsync("running revenue by month")).ShouldBe(["2024-01-01 | 300", "2024-02-01 | 650.5", "2024-03-01 | 800.5"]);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A copy of a project in which one text is another.</summary>
    private string Changed(string form, string file, string from, string to)
    {
        var original = PotteryShop.ProjectOf(form);
        foreach (var path in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            _folder.Write(Path.Combine("project", Path.GetRelativePath(original, path)), File.ReadAllText(path));
        }

        var changed = File.ReadAllText(_folder.File($"project/{file}"));
        changed.ShouldContain(from);
        _folder.Write($"project/{file}", changed.Replace(from, to, StringComparison.Ordinal));
        return _folder.File("project");
    }
}
