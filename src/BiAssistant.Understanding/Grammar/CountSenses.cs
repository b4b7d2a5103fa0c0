using BiAssistant.Semantics.Catalogs;

namespace BiAssistant.Understanding.Grammar;

/// <summary>"who has the most overtime": someone is ranked, and what kind of person follows from the number.</summary>
internal sealed record PersonRankedSense(ExtremeMeasureSense Extreme) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"most often", "가장 자주": things are ranked by how many rows speak of them.</summary>
internal sealed record FrequentSense(bool High) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"that we own", "우리가 보유한": all of them, as long as no time is said.</summary>
internal sealed record OwnSense : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"members" in "gold members": what those with a value of a field are called.</summary>
internal sealed record ValueNounSense(Field Field) : Sense;

/// <summary>"생" behind a state: who is in it.</summary>
internal sealed record PersonOfStateSense : Sense;

/// <summary>"only" beside a value that a number is limited to.</summary>
internal sealed record OnlySense : Sense;

/// <summary>"newly", "신규" before what happens to a thing once.</summary>
internal sealed record NewlySense : Sense;

/// <summary>"placed", "접수된": that rows came to be, at the time that they go by.</summary>
internal sealed record CameToBeSense : Sense;

/// <summary>"ended up", "came back": that something is so in the end.</summary>
internal sealed record CopulaSense : Sense;

/// <summary>"because of weather", "날씨로 인한": a cause that rows have as a value.</summary>
internal sealed record CauseSense(bool After) : Sense;

/// <summary>"no fee on record": that nothing was written down, which zero is not.</summary>
internal sealed record RecordedSense : Sense;

/// <summary>"how many of each", "몇 명씩": the rows of each group are counted.</summary>
internal sealed record CountOfEachSense(bool Spread = false) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"including those with none", "0건 제외": whether things that have none of what they are told apart by are among them.</summary>
internal sealed record EmptyOnesSense(bool Included) : Sense
{
    public override bool StandsAlone => true;
}
