using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>The sets of rows that a query's numbers come from, each once, and the clocks by which its periods were told.</summary>
internal sealed class SourceList
{
    private readonly List<BoundSource> _sources = [];
    private readonly List<Field> _clocks = [];

    public Seq<BoundSource> Sources => _sources.ToSeq();

    public Seq<Field> Clocks => _clocks.ToSeq();

    public static Seq<BoundRead> Together(Seq<BoundRead> reads, Seq<BoundRead> more) => reads.AddRange(more.Except(reads));

    /// <summary>The place of a source; equal ones have one place, and whatever either of them reads.</summary>
    public int IndexOf(BoundSource source)
    {
        var index = _sources.FindIndex(s => s with { Reads = [] } == source with { Reads = [] });
        if (index < 0)
        {
            _sources.Add(source);
            return _sources.Count - 1;
        }

        _sources[index] = source with { Reads = Together(_sources[index].Reads, source.Reads) };
        return index;
    }

    public void Clock(Field field)
    {
        if (!_clocks.Contains(field))
        {
            _clocks.Add(field);
        }
    }
}
