using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar;

/// <summary>"that went to", "meets", "에 쓴": beside a share the verb that leads to the value telling the part; anywhere else it may mean anything.</summary>
internal sealed record PartVerbSense : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"over" before a period in which something is told; beside a change it is what the change is set against.</summary>
internal sealed record DuringMarkSense : Sense;

/// <summary>"over 2024".</summary>
internal sealed record DuringSense(Sense Period) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"비율이 20%를 넘는", "more than 20% of …": what a share has to be. <c>Bare</c>: no word for the share itself stands there, so that "of" must follow.</summary>
internal sealed record ShareLimitSense(ComparisonOperator Operator, decimal Value, bool Bare) : OperationSense;

/// <summary>"전체 예약 대비": of what a share is taken.</summary>
internal sealed record ShareWholeSense(MeasureItem Whole) : OperationSense;

/// <summary>The word that tells a coded value from the others of its field, "low" of "low priority": meant only beside the name of the field.</summary>
internal sealed record ValuePartSense(ValueSense Value) : Sense
{
    public Field Field => Value.Field;
}

/// <summary>"28-day revenue": a number over a window that ends with the day that is asked about.</summary>
internal sealed record WindowedSense(MeasureItem Item, TimeGrain Grain, int Count) : Sense
{
    public override bool StandsAlone => true;
}
