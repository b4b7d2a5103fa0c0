using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>Numbers compared with an average, another member, another period or another number.</content>
internal sealed partial class Assembler
{
    /// <summary>What a comparison speaks of must be in the answer: the member's field, the group whose average it is.</summary>
    private void GroupCompared()
    {
        foreach (var (compared, phrase) in _compared)
        {
            switch (compared.Target)
            {
                case MemberTarget { Member: var member} when _groups.Count == 0:
                    AddGroup(new FieldGrouping(_context.Catalog.NameOf(member.Field), member.Via));
                    _cost += 0.3;
                    break;
                case MemberTarget { Member: var member } when !_groups.OfType<FieldGrouping>().Any(g => g.Field == _context.Catalog.NameOf(member.Field)):
                    Fail(ProblemKind.NothingToCompare, phrase);
                    break;
                case AverageTarget { Within: { } within }:
                    AddGroup(within);
                    break;
                default:
                    break;
            }
        }
    }

    private MeasuresCompared? Compared(MeasureComparedSense compared, Phrase phrase, SemanticQuery draft)
    {
        var left = compared.Item.Measure;
        Measure? right = compared.Target switch
        {
            AverageTarget { Within: { } within } => new MemberAverageMeasure(left, [within]),
            AverageTarget => new MemberAverageMeasure(left),
            MemberTarget { Member: var member } => _groups.OfType<FieldGrouping>().FirstOrDefault(g => g.Field == _context.Catalog.NameOf(member.Field)) is { } group ? new MemberMeasure(left, group, member.Values[0]) : null,
            MeasureTarget other => other.Item.Measure,
            PeriodTarget { Against: var against } => Earlier(left, against, draft),
            _ => null,
        };
        if (right is null)
        {
            Fail(ProblemKind.NothingToCompare, phrase);
            return null;
        }

        return new MeasuresCompared(left, compared.Operator, right);
    }

    private Measure? Earlier(Measure left, AgainstSense against, SemanticQuery draft)
    {
        _against = against;
        return Back(draft, _groups.OfType<TimeGrouping>().Any()) switch
        {
            ({ } back, _) => new ShiftedMeasure(left, back),
            (_, { } other) => new PeriodMeasure(left, other),
            _ => null,
        };
    }
}
