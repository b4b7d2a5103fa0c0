using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>What measures of one grain are bound by: what rows are told apart by, the periods, and the sources, which all grains of a query share.</summary>
internal sealed class MeasureScope(BindingSession session, SemanticQuery query, GroupBinder groups, SourceList found, InnerColumns? inner = null, bool within = false, PeriodSpine? finer = null)
{
    private readonly AnswerPeriods _periods = new(session, query, groups.NamesOf(query.GroupBy.Where(g => g is TimeGrouping { Field: null }).Take(1).ToSeq()).FirstOrDefault());

    public Seq<Grouping> GroupBy => query.GroupBy;

    /// <summary>Numbers stand beside those of another period.</summary>
    public bool Compares { get; init; }

    /// <summary>They are of the whole of either period, not of one part beside another.</summary>
    public bool ComparesWhole => Compares && _periods.Column is null;

    /// <summary>What is zero where there is none of it is said to be.</summary>
    public bool SaysZeros => Compares || Spine.IsInRows;

    public GroupBinder Groups => groups;

    /// <summary>The columns of the query whose rows are asked about; null where the rows are the business's own.</summary>
    public InnerColumns? Inner => inner;

    public SourceRegistry Sources => field ??= new SourceRegistry(session, query, groups, _periods, found);

    public CalendarNumbers Numbers => field ??= new CalendarNumbers(session, _periods, Spine);

    /// <summary>The periods that are there whether rows fall into them or not.</summary>
    public PeriodSpine Spine => field ??= new PeriodSpine(session, query, _periods, within, finer);

    /// <summary>The same query at a coarser grain: the whole of what shares these groupings.</summary>
    public MeasureScope Within(Seq<Grouping> kept) => new(session, query with { GroupBy = query.GroupBy.Where(kept.Contains).ToSeq() }, groups.Within(kept), found, inner, within, Spine) { Compares = Compares };
}
