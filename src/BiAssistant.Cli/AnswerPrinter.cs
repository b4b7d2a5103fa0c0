using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Answers.Composition;
using BiAssistant.Semantics.Calendars;
using Spectre.Console;

namespace BiAssistant.Cli;

/// <summary>Shows an answer to a person: what was understood, the table, the sentences, what to know about the numbers.</summary>
internal sealed class AnswerPrinter(Terminal terminal)
{
    private const int WidthOfPipes = 200;
    private const int MostRows = 100;

    private readonly IAnsiConsole _console = Console(terminal);
    private string _language = "en";

    public void Print(Answer answer)
    {
        _language = answer.Language;
        if (answer.Reading is { } reading)
        {
            _console.MarkupLineInterpolated($"[bold]{reading}[/]");
        }

        if (answer.Status == AnswerStatus.Answered)
        {
            PrintTable(answer);
        }

        if (answer.Narrative is { } narrative)
        {
            _console.WriteLine(narrative);
        }

        if (answer.Clarification is { } clarification)
        {
            _console.MarkupLineInterpolated($"[bold]{clarification.Question}[/]");
            foreach (var (choice, number) in clarification.Choices.Select((c, i) => (c, i + 1)))
            {
                _console.MarkupLineInterpolated($"  {number}. {choice.Label}{(choice.MayRead > 0 ? $": --may-read {choice.MayRead}" : "")}");
            }
        }

        foreach (var issue in answer.Issues)
        {
            _console.MarkupLineInterpolated($"[red]{issue.Message}[/]");
            foreach (var suggestion in issue.Suggestions)
            {
                _console.MarkupLineInterpolated($"  · {suggestion}");
            }
        }

        foreach (var warning in answer.Warnings.Where(w => answer.Narrative?.Contains(w.Message, StringComparison.Ordinal) != true))
        {
            _console.MarkupLineInterpolated($"[yellow]! {warning.Message}[/]");
        }

        foreach (var metric in answer.Metrics)
        {
            _console.MarkupLineInterpolated($"[grey]{metric.Label} = {metric.Definition} (v{metric.Version}, {metric.Status})[/]");
        }
    }

    private void PrintTable(Answer answer)
    {
        if (answer.Rows.IsEmpty)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in answer.Columns)
        {
            var header = new Spectre.Console.TableColumn(Markup.Escape(column.Unit is null ? column.Label : $"{column.Label} ({column.Unit})"));
            table.AddColumn(column.Type is "integer" or "number" ? header.RightAligned() : header);
        }

        foreach (var row in answer.Rows.Take(MostRows))
        {
            table.AddRow(row.Select((cell, i) => new Text(Shown(cell, answer.Columns[i]))));
        }

        _console.Write(table);
        if (answer.Rows.Count > MostRows)
        {
            _console.MarkupLineInterpolated($"[grey]… {answer.Rows.Count - MostRows} more rows; --json shows all.[/]");
        }
    }

    /// <summary>Rounded for reading; <c>--json</c> has every digit. Fiscal periods, whose names depend on the calendar, stay dates.</summary>
    private string Shown(object? cell, AnswerColumn column) => cell switch
    {
        null => column.NullLabel ?? "–",
        DateOnly day when TimeGrains.Find(column.Grain ?? "") is { } grain and < TimeGrain.FiscalMonth =>
            PeriodLabels.Of(day.ToDateTime(TimeOnly.MinValue), grain, BusinessCalendar.Default, _language),
        long whole when column.Role == ColumnRole.Measure => whole.ToString("#,##0", CultureInfo.InvariantCulture),
        decimal money when column.Role == ColumnRole.Measure && IsCurrency(column.Unit) => money.ToString("#,##0.00", CultureInfo.InvariantCulture),
        decimal exact when column.Role == ColumnRole.Measure => exact.ToString("#,##0.####", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => column.Labels.FirstOrDefault(l => l.Value == TableComposer.CellText(cell))?.Label ?? TableComposer.CellText(cell),
    };

    private static IAnsiConsole Console(Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Output),
            Ansi = terminal.Width is null ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = terminal.Width is null ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = terminal.Width ?? WidthOfPipes;
        return console;
    }

    /// <summary>An ISO 4217 code: three capitals.</summary>
    private static bool IsCurrency(string? unit) => unit is { Length: 3 } && unit.All(char.IsAsciiLetterUpper);
}
