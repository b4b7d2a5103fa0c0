using BiAssistant.Understanding.Grammar.Rules;

namespace BiAssistant.Understanding.Grammar;

/// <summary>Every rule of the grammar; a new question shape is a class and its line here.</summary>
internal static class GrammarRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new MetricIsAMeasure(), new FieldIsItsDefaultAggregate(), new AggregateOfField(), new AggregateOfMetric(), new MetricOfThings(), new CountOfThings(), new SeveralMeasures(), new FieldsOfRowCompared(), new NumberOfPeriods(), new LimitOfPeriod(), new JoinOpensPart(), new BeyondTakesSmallWords(),
        new MarkedBreakdown(), new ThingReachedByVerb(), new EndedBreakdown(), new SeveralBreakdowns(), new AskedBreakdown(), new BreakdownOfDate(), new BreakdownOverThing(),
        new CountedThings(), new RankedThings(), new SuperlativeOfLevel(), new ExtremeOfMeasure(), new OrderBasis(),
        new SeveralValues(), new ExcludedValues(), new FlagIsTrue(), new NamedValue(), new NamedField(), new OpenClause(), new OrderedValues(),
        new Limit(), new FieldLimit(), new MeasureLimit(), new FieldBetween(),
        new RelativePeriods(), new DateParts(), new Ranges(), new SeveralPeriods(), new DatedRows(),
        new AgainstPeriod(), new MomentPairs(), new ToldChange(), new RankedChange(), new RollingWindow(),
        new ComparedTo(), new Comparatives(), new MeanOf(), new EarlierTime(), new MeasureCompared(), new PerNumber(), new Multiples(), new Margins(), new Attributes(), new NewestRows(),
        new RelatedThings(), new RelatedByValue(), new DoneByMeans(), new FieldIsThere(), new NotInPeriod(), new BothValues(), new LimitOfRows(), new NumberOfTimes(), new AskedRows(), new CountedRows(), new PerThing(), new NameOfThing(), new TextFilter(), new PercentileOfField(), new TwoLimits(), new OrderOfField(),
        new UnitOfDate(), new PartsOfPeriod(), new UntilNow(), new Moments(),
        new TrailingJoin(), new SeveralAggregates(), new VerbOfMost(), new CountedExtremes(), new Places(), new BothSides(), new VerbNouns(), new ThingsOfKind(),
        new CourseOfThing(), new OnlyValue(), new NewlyDone(), new RowsCameToBe(), new OwnedThings(), new NumberedPlace(), new PersonRanked(), new VerbOfFrequency(),
        new BecameSo(), new CauseIsValue(), new NothingRecorded(), new LastShown(), new OwnUnit(), new QualityLimit(), new LimitOfShare(), new WholeOfShare(), new PeriodsBehindWords(), new WindowOfNumber(), new EndsOfPeriods(), new FieldByTime(),
    ];
}
