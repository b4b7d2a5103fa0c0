using BiAssistant.Answers;

namespace BiAssistant.Cli;

/// <summary>What the command says with its exit status.</summary>
public static class ExitCode
{
    public const int Answered = 0;
    public const int Failed = 1;
    public const int Clarify = 2;
    public const int Refused = 3;
    public const int BadUsage = 64;

    public static int Of(AnswerStatus status) => status switch
    {
        AnswerStatus.Answered => Answered,
        AnswerStatus.Clarify => Clarify,
        AnswerStatus.Refused => Refused,
        _ => Failed,
    };
}
