using System.Globalization;
using BiAssistant.Answers.Narratives;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Answers.Asking;

/// <summary>What happened to a warehouse, in Korean; in English a fault says it itself.</summary>
internal static class KoreanFaults
{
    public static string Of(WarehouseFault fault) => Of(fault.Warehouse, fault.Cause);

    private static string Of(string warehouse, FaultCause cause) => cause switch
    {
        FileLocked locked => $"다른 프로그램이 {locked.Path} 파일에 쓰고 있어 웨어하우스 '{warehouse}'에 접근할 수 없습니다.",
        MergeLibraryMissing => "이 컴퓨터에 DuckDB 라이브러리가 설치되어 있지 않아 여러 웨어하우스의 행을 합칠 수 없습니다.",
        NotOpened opening => $"웨어하우스 '{warehouse}'에 연결할 수 없습니다. {OfOpening(opening)}",
        UnusableColumn column => $"웨어하우스 '{warehouse}'의 답을 사용할 수 없습니다. {OfColumn(column)}",
        TookTooLong slow => $"웨어하우스 '{warehouse}'에서 {Seconds(slow.Limit)}초 안에 답이 오지 않았습니다.",
        EndedByServer => $"시간이 너무 오래 걸려 웨어하우스 '{warehouse}'의 서버가 쿼리를 중단했습니다.",
        LookUpTookTooLong slow => $"웨어하우스 '{warehouse}'의 테이블 상태조차 {Seconds(slow.Limit)}초 안에 확인되지 않았습니다.",
        OnlyRead => $"웨어하우스 '{warehouse}'에서는 읽기만 할 수 있어 쿼리가 거부되었습니다.",
        SeveralStatements => $"쿼리에 문장이 둘 이상 있어 웨어하우스 '{warehouse}'에서 거부되었습니다.",
        MayNotRead denied => $"웨어하우스 '{warehouse}'의 사용자 '{denied.User}'에게 읽을 권한이 없습니다: {denied.Words}.",
        Refused refused => $"웨어하우스 '{warehouse}'에서 쿼리를 거부했습니다: {refused.Words}.",
        TableMissing missing => $"웨어하우스 '{warehouse}'에 '{missing.Table}' 테이블이 없습니다.",
        MemoryFull => $"웨어하우스 '{warehouse}'의 메모리가 이 질문을 처리하기에 부족합니다.",
        ConnectionBroke => $"웨어하우스 '{warehouse}'에서 답을 받는 도중 연결이 끊어졌습니다.",
        LanguageJustFound found => $"질문을 옮길 때에는 웨어하우스 '{warehouse}'의 서버({found.Place})에서 응답이 없었지만 지금은 응답하고 있습니다.",
        ReadingFailed => $"웨어하우스 '{warehouse}'의 데이터를 읽는 도중 오류가 발생했습니다.",
        TooManyTables many => $"웨어하우스 '{warehouse}'에 테이블과 뷰가 {Count(many.Found)}개 있습니다. 한 번에 {Count(many.Most)}개까지만 읽을 수 있습니다.",
        TooManyColumns many => $"웨어하우스 '{warehouse}'에 열이 {Count(many.Found)}개 있습니다. 한 번에 {Count(many.Most)}개까지만 읽을 수 있습니다.",
        TooManyToMerge many => $"웨어하우스 '{warehouse}'에서 온 부분이 {Count(many.Most)}행을 넘어 다른 웨어하우스의 데이터와 합칠 수 없습니다.",
        KeysDiffer keys => $"웨어하우스 '{warehouse}'와(과) '{keys.Other}'의 행을 서로 맞출 수 없습니다. {keys.Column}의 값은 {Kind(keys.Values)}이고 상대 값은 {Kind(keys.OtherValues)}입니다.",
        KeyRepeats repeated => $"웨어하우스 '{warehouse}'의 {repeated.What}에 키 {repeated.Key}이(가) 같은 서로 다른 행이 있어, 중복 계산 없이 찾아올 수 없습니다.",
        MergeMemoryFull => "여러 웨어하우스의 행을 합치기에는 메모리가 부족합니다.",
        NotMergeable => "여러 웨어하우스의 행을 합치지 못했습니다.",
        QueueFull full => $"웨어하우스 '{warehouse}'에 이미 질문 {Count(full.Waiting)}개가 대기 중이어서 더 받을 수 없습니다.",
        WaitedInVain waited => $"웨어하우스 '{warehouse}'에서 {Seconds(waited.Limit)}초 동안 다른 질문을 처리하고 있어 이 질문은 실행되지 못했습니다.",
        LeftAlone alone => $"{Of(warehouse, alone.Last)} 이 상태가 {Span(alone.Failing)}째 이어지고 있습니다. {Again(alone.TriedAgainIn)}",
        Told told => $"웨어하우스 '{warehouse}'에서 오류가 발생했습니다: {told.Words}",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {cause.GetType().Name}."),
    };

    private static string Kind(KeyKind kind) => kind switch
    {
        KeyKind.Numbers => "정확한 숫자",
        KeyKind.InexactNumbers => "근삿값 숫자",
        KeyKind.Texts => "문자",
        KeyKind.Days => "날짜",
        KeyKind.TruthValues => "참·거짓",
        KeyKind.Times => "시각",
        KeyKind.Mixed => "여러 형식이 섞인 값",
        _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };

    private static string OfOpening(NotOpened cause) => cause switch
    {
        FileMissing missing => $"{missing.Path} 파일이 없습니다.",
        FolderInsteadOfFile folder => $"{KoreanParticles.Topic(folder.Path)} 파일이 아니라 폴더입니다.",
        FileUnreadable unreadable => $"{unreadable.Path} 파일을 읽을 수 없습니다.",
        FileDamaged damaged => $"{damaged.Path} 데이터베이스가 손상되었습니다.",
        FileOfAnotherKind other => $"{other.Path} 파일은 {other.Engine} 데이터베이스가 아닙니다.",
        FileOfAnotherVersion other => $"{other.Path} 파일은 여기서 읽을 수 없는 버전의 {KoreanParticles.Toward(other.Engine)} 작성되었습니다.",
        DriverMissing missing => $"{missing.Engine}용 드라이버('{missing.Driver}')가 없습니다. {missing.Package} 패키지의 {missing.Package}.dll과 필요한 파일을 '{missing.Folder}' 폴더에 넣어 주세요.",
        DriverUnusable unusable => $"드라이버 '{unusable.Driver}'를 사용할 수 없습니다: {unusable.Words}.",
        OptionsUnknown unknown => $"{unknown.Engine}용 드라이버에 URL에 적힌 옵션이 없습니다.",
        LibraryMissing missing => $"이 컴퓨터에 {missing.Engine} 라이브러리가 설치되어 있지 않습니다.",
        NothingAnswers nothing => $"{nothing.Place}에서 응답이 없습니다.",
        HostUnknown unknown => $"'{unknown.Host}' 호스트를 찾을 수 없습니다.",
        CutWhileOpening cut => $"{cut.Place}에 연결하는 도중 연결이 끊어졌습니다.",
        AnotherServer other => $"{other.Place}에서 응답한 것은 {other.Engine} 서버가 아닙니다.",
        SignInRefused refused => $"{refused.Place} 서버가 사용자 '{refused.User}'의 로그인을 거부했습니다.",
        DatabaseMissing missing => $"{missing.Place} 서버에 '{missing.Database}' 데이터베이스가 없습니다.",
        ServerFull full => $"{full.Place} 서버에 남은 연결이 없습니다.",
        ServerStarting starting => $"{starting.Place} 서버가 시작 중이거나 종료 중입니다.",
        OpeningRefused refused => $"{refused.Place} 서버의 메시지: {refused.Words}.",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {cause.GetType().Name}."),
    };

    private static string OfColumn(UnusableColumn cause) => cause switch
    {
        ColumnNotFinite column => $"'{column.Column}' 열에 숫자가 아니거나 무한대인 값이 있습니다.",
        ColumnBinary column => $"'{column.Column}' 열에 표시할 수 없는 이진 데이터가 있습니다.",
        ColumnTooWide column => $"'{column.Column}' 열에 자릿수가 너무 많아 정확히 담을 수 없는 숫자가 있습니다.",
        ColumnOfStrangeType column => $"'{column.Column}' 열에 표시할 수 없는 {column.Type} 형식의 값이 있습니다.",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {cause.GetType().Name}."),
    };

    private static string Again(TimeSpan wait) => wait > TimeSpan.Zero
        ? $"{Span(wait)} 뒤에 다시 시도하며, 그때까지는 질문을 보내지 않습니다."
        : "지금 다시 시도하고 있으며, 끝날 때까지는 다른 질문을 보내지 않습니다.";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Span(TimeSpan time) => time.TotalSeconds <= 120
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Ceiling(time.TotalSeconds)):0}초")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):#,##0}분");

    private static string Count(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
