using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.DataChecks;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Holds what the data has disproved against the claims that a query rests on. A key that repeats where rows are joined by it would count them more than once, so there is no
/// answer; what leaves a number right but not whole is said beside it.
/// </summary>
internal sealed class DisprovedClaims(BindingSession session)
{
    private readonly FindingMessages _messages = new(session.Context.Language);

    public void Judge(Seq<BoundSource> sources, Period? period)
    {
        if (session.Context.Findings.IsEmpty)
        {
            return;
        }

        foreach (var reliance in Reliance.Of(sources))
        {
            if (session.Context.Findings.FirstOrDefault(f => f.Claim == reliance.Claim.Id) is { } finding && reliance.IsBroken(finding, session.Context.Now))
            {
                session.Touch(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"disproved: {finding.Claim} {finding.Wrong}/{finding.Rows} {finding.Newest:O}"));
                Say(reliance, finding, period as AbsolutePeriod);
            }
        }
    }

    private void Say(Reliance reliance, DataFinding finding, AbsolutePeriod? period)
    {
        switch (reliance.Claim)
        {
            case KeyClaim { Way: not null } key:
                session.Report(_messages.Multiplied(key, reliance.Root, finding));
                break;
            case KeyClaim key:
                session.Note(_messages.StoredTwice(key, finding));
                break;
            case ParentClaim parent:
                session.Note(_messages.LeftOut(parent.Way.From, parent.Way.To, finding));
                break;
            case ChildClaim child:
                session.Note(_messages.LeftOut(child.Way.To, child.Way.From, finding));
                break;
            case FreshClaim fresh when finding.Newest is { } newest:
                Stale(fresh.Dataset, reliance.Root, newest, period);
                break;
        }
    }

    /// <summary>Data that is too old says nothing of now; of a period that it reaches to the end of, it says all.</summary>
    private void Stale(Dataset dataset, Dataset root, DateTime newest, AbsolutePeriod? period)
    {
        var (age, limit, severity) = Staleness.Of(dataset, newest, session.Context.Now);
        if (ReferenceEquals(dataset, root) && period?.To is { } to && to <= Staleness.End(dataset, newest))
        {
            return;
        }

        if (severity == IssueSeverity.Error)
        {
            session.Report(_messages.TooOld(dataset, newest, age, limit));
        }
        else
        {
            session.Note(_messages.Old(dataset, newest, age, limit));
        }
    }
}
