using System.Collections;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BindingFlags = System.Reflection.BindingFlags;

namespace BiAssistant.Tests.Planning;

/// <summary>Every form that a query can have is in a case whose rows were written by hand; analyses are made of an answer and have no SQL.</summary>
public sealed class PlannerFormTests
{
    private static readonly Type[] Families = [typeof(Measure), typeof(Grouping), typeof(Condition), typeof(MeasureCondition), typeof(Buckets), typeof(Compare), typeof(Period), typeof(Listing), typeof(Top)];

    private static readonly Type[] Words = [typeof(AggregateFunction), typeof(MeasureOperator), typeof(ComparisonOperator), typeof(TextMatch), typeof(ComparisonShow), typeof(WindowTake)];

    [Fact]
    public void Every_form_is_in_a_case()
    {
        var seen = new HashSet<object>();
        foreach (var name in PlannerCase.Names)
        {
            Collect(SemanticQueryJson.Read(File.ReadAllText(new PlannerCase(name).File("query.json"))).Value, seen);
        }

        var forms = typeof(Measure).Assembly.GetTypes().Where(t => !t.IsAbstract && Families.Any(f => f.IsAssignableFrom(t))).Cast<object>()
            .Concat(Words.SelectMany(w => Enum.GetValues(w).Cast<object>()))
            .ToList();
        forms.Count.ShouldBeGreaterThan(60);
        forms.Except(seen).Select(f => f is Type type ? type.Name : $"{f.GetType().Name}.{f}").ShouldBeEmpty();
    }

    /// <summary>The types of all parts of a value, and the words in it.</summary>
    private static void Collect(object? part, HashSet<object> seen)
    {
        switch (part)
        {
            case Enum word:
                seen.Add(word);
                return;
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
}
