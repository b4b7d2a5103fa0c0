using System.Collections;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using static BiAssistant.Tests.Semantics.Calendars.PeriodsTests;
using BindingFlags = System.Reflection.BindingFlags;

namespace BiAssistant.Tests.Semantics.Queries;

/// <summary>Every form of the semantic query as JSON, beside how it reads: the examples of the JSON form. Each file goes through every pass.</summary>
public sealed class FormTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Semantics", "Queries", "Forms");
    private static readonly DateTime Now = At("2024-05-15");

    public static TheoryData<string> Forms => new(Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_is_read_written_and_said_in_both_languages(string form)
    {
        var query = Read(form);
        SemanticQueryJson.Read(SemanticQueryJson.Write(query)).Value.ShouldBe(query);
        var canonical = Canonical(query);
        Canonical(canonical).ShouldBe(canonical, SemanticQueryJson.Write(canonical));
        SemanticQueryJson.Read(SemanticQueryJson.Write(canonical)).Value.ShouldBe(canonical);
        ReadingPrinter.Print(canonical, SampleCatalog.Default, "en").ShouldBeGolden(Path.Combine(Folder, $"{form}.reading.en"));
        ReadingPrinter.Print(canonical, SampleCatalog.Default, "ko").ShouldBeGolden(Path.Combine(Folder, $"{form}.reading.ko"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_is_bound_or_refused_with_what_comes_closest(string form)
    {
        var canonical = Canonical(Read(form));
        foreach (var language in (string[])["en", "ko"])
        {
            var bound = new Binder(SampleCatalog.Default).Bind(canonical, new BindingContext(Asker.Anyone, Now, language));
            if (!bound.Succeeded)
            {
                bound.Issues.ShouldAllBe(i => i.Code == "not_supported_yet" && i.Element != null);
                bound.Issues.ShouldAllBe(i => i.Message.Contains(language == "ko" ? "가장 가까운 질문: " : "What comes closest: "));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_is_said_before_its_periods_and_names_are_known(string form)
    {
        var query = Read(form);
        ReadingPrinter.Print(query, SampleCatalog.Default, "en").ShouldNotBeEmpty();
        ReadingPrinter.Print(query, SampleCatalog.Default, "ko").ShouldNotBeEmpty();
        OutputNames.Of(query, SampleCatalog.Default).All.ShouldBeUnique();
        QueryCalendar.ModelOf(query, SampleCatalog.Default).ShouldNotBeNull();
    }

    [Fact]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void Whatever_can_be_meant_is_bound_or_refused_with_a_reason()
    {
        var random = new RandomQueries(GeneratedCases.SeedFor(32));
        var binder = new Binder(SampleCatalog.Default);
        var (bound, refused) = (0, 0);
        for (var i = 0; i < GeneratedCases.Scale(400); i++)
        {
            if (Canonicalizer.Canonicalize(random.Any(), SampleCatalog.Default, Now).Value is { } canonical)
            {
                var outcome = binder.Bind(canonical, new BindingContext(Asker.Anyone, Now));
                (bound, refused) = outcome.Succeeded ? (bound + 1, refused) : (bound, refused + 1);
                outcome.Issues.ShouldAllBe(issue => issue.Message.Length > 0, SemanticQueryJson.Write(canonical));
            }
        }

        (bound > 5, refused > 50).ShouldBe((true, true), $"{bound} bound, {refused} refused");
    }

    [Fact]
    public void Every_case_of_every_family_has_a_form_or_an_older_example()
    {
        var seen = new HashSet<Type>();
        foreach (var file in Directory.GetFiles(Folder, "*.json"))
        {
            Collect(SemanticQueryJson.Read(File.ReadAllText(file)).Value, seen);
        }

        var random = new RandomQueries(GeneratedCases.SeedFor(31));
        for (var i = 0; i < 300; i++)
        {
            Collect(random.Any(), seen);
        }

        var families = new[] { typeof(Measure), typeof(Grouping), typeof(Condition), typeof(MeasureCondition), typeof(Buckets), typeof(Compare), typeof(Analysis), typeof(Period) };
        var cases = typeof(Measure).Assembly.GetTypes().Where(t => !t.IsAbstract && families.Any(f => f.IsAssignableFrom(t))).ToList();
        cases.Count.ShouldBeGreaterThan(40);
        cases.Except(seen).Select(t => t.Name).ShouldBeEmpty();
    }

    /// <summary>The types of all parts of a value.</summary>
    private static void Collect(object? part, HashSet<Type> seen)
    {
        switch (part)
        {
            case null or string or ValueType and not IEnumerable:
                return;
            case IEnumerable items:
                foreach (var item in items)
                {
                    Collect(item, seen);
                }

                return;
            default:
                seen.Add(part.GetType());
                foreach (var property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "Parts" && p.GetIndexParameters().Length == 0))
                {
                    Collect(property.GetValue(part), seen);
                }

                return;
        }
    }

    private static SemanticQuery Read(string form)
    {
        var read = SemanticQueryJson.Read(File.ReadAllText(Path.Combine(Folder, $"{form}.json")));
        read.Issues.ShouldBeEmpty();
        return read.Value.ShouldNotBeNull();
    }

    private static SemanticQuery Canonical(SemanticQuery query)
    {
        var outcome = Canonicalizer.Canonicalize(query, SampleCatalog.Default, Now);
        outcome.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return outcome.Value.ShouldNotBeNull();
    }
}
