using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Answers.Asking;

/// <summary>What somebody whose warehouse failed can do about it.</summary>
internal static class FaultAdvice
{
    public static string For(FaultCause cause, string language)
    {
        var (english, korean) = For(cause);
        return language == "ko" ? korean : english;
    }

    private static (string English, string Korean) For(FaultCause cause) => cause switch
    {
        FileMissing or FolderInsteadOfFile or FileUnreadable or FileOfAnotherKind => (
            "Check where the warehouse is, then ask again.",
            "웨어하우스의 위치를 확인한 뒤 다시 질문해 주세요."),
        FileDamaged or FileOfAnotherVersion => (
            "Whoever looks after the data has to put another file in its place.",
            "데이터 담당자에게 파일을 다시 만들어 달라고 요청해 주세요."),
        FileLocked => (
            "Ask again when the other program has finished.",
            "다른 프로그램의 작업이 끝난 뒤 다시 질문해 주세요."),
        LibraryMissing or MergeLibraryMissing or DriverMissing => (
            "Whoever runs the assistant has to install it.",
            "운영 담당자에게 설치를 요청해 주세요."),
        SignInRefused or DatabaseMissing or HostUnknown or DriverUnusable or OptionsUnknown or OpeningRefused => (
            "Whoever runs the assistant has to check the warehouse's address and sign-in.",
            "운영 담당자에게 웨어하우스의 주소와 접속 정보를 확인해 달라고 요청해 주세요."),
        NotOpened or LookUpTookTooLong => (
            "Ask again in a moment; if it stays like that, check that the server is running.",
            "잠시 후 다시 질문해 주세요. 계속 이러면 서버가 실행 중인지 확인해 주세요."),
        TookTooLong or EndedByServer or MemoryFull or MergeMemoryFull or TooManyToMerge => (
            "Ask for a shorter period, for fewer groups or with more conditions.",
            "기간이나 그룹 수를 줄이거나 조건을 더해 다시 질문해 주세요."),
        MayNotRead => (
            "Whoever looks after the warehouse has to allow it.",
            "웨어하우스 담당자에게 권한을 요청해 주세요."),
        UnusableColumn => (
            "Ask without this column, or change its expression in the catalog.",
            "이 열 없이 질문하거나 카탈로그에서 이 열의 식을 고쳐 주세요."),
        KeysDiffer => (
            "Whoever keeps the catalog has to give the relationship columns of one kind; a query as the dataset's source can convert one.",
            "카탈로그 담당자에게 관계의 양쪽 열을 같은 형식으로 맞춰 달라고 요청해 주세요. 데이터셋의 원본을 쿼리로 두면 변환할 수 있습니다."),
        KeyRepeats => (
            "Whoever looks after the data has to make the key unique, or the catalog has to name another one.",
            "데이터 담당자에게 키가 겹치지 않게 고치거나 카탈로그에 다른 키를 지정해 달라고 요청해 주세요."),
        NotMergeable => (
            "Ask about one warehouse at a time.",
            "웨어하우스별로 나누어 질문해 주세요."),
        LeftAlone => (
            "Ask again after that. Questions to other warehouses are answered meanwhile.",
            "그 뒤에 다시 질문해 주세요. 다른 웨어하우스에 대한 질문에는 지금도 답할 수 있습니다."),
        _ => ForKind(cause.Kind),
    };

    private static (string English, string Korean) ForKind(WarehouseFaultKind kind) => kind switch
    {
        WarehouseFaultKind.Unreachable => (
            "Check where the warehouse is and whether it is running, then ask again.",
            "웨어하우스의 주소와 접속 정보를 확인한 뒤 다시 질문해 주세요."),
        WarehouseFaultKind.Timeout => (
            "Ask for a shorter period or with more conditions.",
            "기간을 줄이거나 조건을 더해 다시 질문해 주세요."),
        WarehouseFaultKind.Broken or WarehouseFaultKind.Busy => (
            "Ask again in a moment.",
            "잠시 후 다시 질문해 주세요."),
        _ => (
            "Check that the tables and columns of the catalog are those of the warehouse.",
            "카탈로그의 테이블과 열 이름이 웨어하우스와 맞는지 확인해 주세요."),
    };
}
