namespace BiAssistant.Answers.Asking;

/// <summary>Takes the time of each stage: a stage ends where the next begins.</summary>
internal sealed class StageWatch(TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private Timing _timing = Timing.None;
    private double _soFar;

    public void Understood() => _timing = _timing with { Understand = Lap() };

    /// <param name="validateMs">The part of the time since the last stage that the gate took.</param>
    public void Planned(double validateMs)
    {
        var both = Lap();
        _timing = _timing with { Plan = Math.Max(0, both - validateMs), Validate = validateMs };
    }

    public void Executed() => _timing = _timing with { Execute = Lap() };

    public void Composed() => _timing = _timing with { Compose = Lap() };

    public Timing Total() => _timing with { Total = clock.GetElapsedTime(_started).TotalMilliseconds };

    private double Lap()
    {
        var now = clock.GetElapsedTime(_started).TotalMilliseconds;
        var lap = now - _soFar;
        _soFar = now;
        return lap;
    }
}
