namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>
/// What all cells of a column are: which types every one of them fits, and what speaks for one reading where several fit. Every cell of every row is looked
/// at; what one cell refutes is refuted for the column.
/// </summary>
internal sealed class ColumnSurvey
{
    private const int LongestTyped = 64;
    private const int MostWords = 5;

    private readonly SortedDictionary<string, long> _nullWords = new(StringComparer.Ordinal);
    private bool _truth = true;
    private bool _date = true;
    private bool _clock = true;
    private bool _exponents = true;

    /// <summary>Some value is such as 12E3: a number where another is one for sure, else a code.</summary>
    private bool _bareExponent;

    public long Filled { get; private set; }

    public long Empty { get; private set; }

    /// <summary>Cells that hold a word for a missing value or nothing but blanks.</summary>
    public long Missing { get; private set; }

    public IEnumerable<string> NullWords => _nullWords.Keys;

    public NumberSurvey Point { get; } = new('.');

    public NumberSurvey Comma { get; } = new(',');

    /// <summary>Some cell is one number with the point as decimal mark and another with the comma: 1,234.</summary>
    public bool MarksDiffer { get; private set; }

    /// <summary>The unit that every number has; null when none has one.</summary>
    public string? Unit { get; private set; }

    /// <summary>Numbers with different units, or some with and some without.</summary>
    public bool UnitsDiffer { get; private set; }

    /// <summary>Digits that begin with zeros which a number would lose.</summary>
    public bool LeadingZeros { get; private set; }

    /// <summary>Every value is a double, and some has an exponent.</summary>
    public bool Exponents => _exponents && HasExponent;

    public bool Truth => _truth && Values > 0;

    /// <summary>Every value is a time of day.</summary>
    public bool Clock => _clock && Values > 0;

    public DateForms Forms { get; private set; } = DateForms.All;

    public bool Dates => _date && Values > 0 && Forms != DateForms.None;

    /// <summary>Some date is another day with day and month taken for each other.</summary>
    public bool OrderMatters { get; private set; }

    public bool WithClock { get; private set; }

    public bool WithoutClock { get; private set; }

    /// <summary>Some time of a date is not midnight.</summary>
    public bool AfterMidnight { get; private set; }

    public bool WithZone { get; private set; }

    public bool WithoutZone { get; private set; }

    /// <summary>The most digits after the second.</summary>
    public int ClockDigits { get; private set; }

    public string Example { get; private set; } = "";

    /// <summary>Some date lies outside the years that nanoseconds are counted in.</summary>
    public bool FarYears { get; private set; }

    /// <summary>The cell that was the first to refute every type after values of one; null where the first value was text.</summary>
    public (long Line, string Text)? Breaker { get; private set; }

    /// <summary>Of the first values, how many are numbers or dates by themselves, and the first that is none.</summary>
    public ValueSample Sample { get; } = new();

    /// <summary>The offset from UTC that all times share; null where they differ.</summary>
    public int? Offset { get; private set; }

    public long Values => Filled - Missing;

    private bool HasExponent { get; set; }

    private bool HasNumber { get; set; }

    private bool IsTyped => Point.Holds || Comma.Holds || (_exponents && (HasExponent || _bareExponent)) || _truth || _clock || _date;

    /// <param name="line">Where the cell's row begins.</param>
    public void Look(ReadOnlySpan<char> cell, long line)
    {
        if (cell.IsEmpty)
        {
            Empty++;
            return;
        }

        Filled++;
        var value = cell.Trim();
        if (value.IsEmpty || Cells.NullWords.Contains(value))
        {
            Missing++;
            if (_nullWords.Count < MostWords)
            {
                var word = value.ToString();
                _nullWords[word] = _nullWords.GetValueOrDefault(word) + 1;
            }

            return;
        }

        if (Example.Length == 0)
        {
            Example = value.Length > LongestTyped ? $"{value[..LongestTyped]}…" : value.ToString();
        }

        Sample.Look(value, line);
        if (!IsTyped)
        {
            return;
        }

        if (value.Length > LongestTyped)
        {
            GiveUp();
        }
        else
        {
            LookAtNumber(value);
            LookAtDate(value);
            _truth = _truth && (value.Equals("true", StringComparison.OrdinalIgnoreCase) || value.Equals("false", StringComparison.OrdinalIgnoreCase));
        }

        if (!IsTyped && Values > 1)
        {
            Breaker = (line, value.Length > LongestTyped ? $"{value[..LongestTyped]}…" : value.ToString());
        }
    }

    private void LookAtNumber(ReadOnlySpan<char> value)
    {
        if (!Point.Holds && !Comma.Holds && !_exponents)
        {
            return;
        }

        var exponent = _exponents && Exponential.IsOne(value);
        var bare = _exponents && !exponent && Exponential.IsBare(value);
        if (exponent || bare || !NumberShape.TryRead(value, out var shape))
        {
            Point.GiveUp();
            Comma.GiveUp();
            (_exponents, HasExponent, _bareExponent) = (exponent || bare, HasExponent || exponent, _bareExponent || bare);
            return;
        }

        Span<char> room = stackalloc char[LongestTyped];
        var (point, comma) = (Point.Holds, Comma.Holds);
        if (point)
        {
            Point.Look(shape, room, out var digits);
            LeadingZeros |= digits.LeadingZero && digits.Scale == 0 && !digits.Grouped;
            point = Point.Holds;
            var size = digits;
            if (comma)
            {
                Comma.Look(shape, room, out digits);
                comma = Comma.Holds;
                MarksDiffer |= point && comma && (size.Scale != digits.Scale || size.Length != digits.Length);
            }
        }
        else if (comma)
        {
            Comma.Look(shape, room, out _);
        }

        if (HasNumber && shape.Unit != Unit)
        {
            UnitsDiffer = true;
        }

        (Unit, HasNumber) = (HasNumber ? Unit : shape.Unit, true);
        _exponents = _exponents && shape.Unit is null && Exponential.TryValue(value, out _);
    }

    private void LookAtDate(ReadOnlySpan<char> value)
    {
        if (_clock)
        {
            _clock = ClockShape.TryRead(value, out var clock) && clock.Offset is null && clock.Digits <= 6;
        }

        if (!_date)
        {
            return;
        }

        if (!DateShape.TryRead(value, out var date) || date is { Clock.Offset: not null } && !DateMoments.HasInstant(date))
        {
            _date = false;
            return;
        }

        Forms &= date.Forms;
        FarYears |= date.IsFar;
        _date = Forms != DateForms.None;
        OrderMatters |= date.OrderMatters;
        if (date.Clock is not { } time)
        {
            WithoutClock = true;
            return;
        }

        Offset = !WithClock ? time.Offset : Offset == time.Offset ? Offset : null;
        WithClock = true;
        AfterMidnight |= time.Ticks != 0;
        WithZone |= time.Offset is not null;
        WithoutZone |= time.Offset is null;
        ClockDigits = Math.Max(ClockDigits, time.Digits);
    }

    private void GiveUp()
    {
        Point.GiveUp();
        Comma.GiveUp();
        (_truth, _date, _clock, _exponents) = (false, false, false, false);
    }
}
