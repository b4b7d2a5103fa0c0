using System.Collections;
using System.Data.Common;
using System.Diagnostics;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Drivers;
using BiAssistant.Warehouses.Faults;
using BiAssistant.Warehouses.SqlServer;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using SqlDecimal = System.Data.SqlTypes.SqlDecimal;

namespace BiAssistant.Tests.Warehouses;

/// <summary>
/// What can be shown without a server: the connection string and parameters with the real driver, texts with the server's own parser, and types, plans and errors made from the
/// documentation. No query has run on a SQL Server.
/// </summary>
public sealed class SqlServerWarehouseTests
{
    private static readonly ServerAddress Address = ServerAddress.Of("sqlserver://ann:s%40cret@db.example/sales?TrustServerCertificate=true", 1433);

    private static readonly CompiledSql Question = new(
        SqlDialects.TSql,
        "SELECT COUNT(*) AS n FROM facts WHERE day >= @p1 AND amount > @p2 AND word = @p3",
        [new("p1", new SqlDate(new DateOnly(2024, 2, 29))), new("p2", new SqlNumber(12.5m)), new("p3", new SqlText("서울"))],
        new SqlSelect([], null));

    [Fact]
    public void The_connection_says_that_it_means_to_read_and_takes_the_options_of_the_URL()
    {
        var settings = DriverFactories.Find(DriverTests.SqlClient, [DriverTests.Dropped]).ShouldNotBeNull().CreateConnectionStringBuilder().ShouldNotBeNull();

        Address.AddOptions(settings);
        SqlServerWarehouse.Configure(settings, Address);

        settings.ConnectionString.ShouldBe(
            "Data Source=tcp:db.example,1433;Initial Catalog=sales;Persist Security Info=False;User ID=ann;Password=s@cret;Pooling=False;Multiple Active Result Sets=False;"
            + "Connect Timeout=10;Trust Server Certificate=True;Application Name=bi-assistant;Application Intent=ReadOnly");
    }

    [Fact]
    public void Values_go_in_as_parameters_of_the_types_that_their_columns_have()
    {
        var command = DriverFactories.Find(DriverTests.SqlClient, [DriverTests.Dropped]).ShouldNotBeNull().CreateCommand().ShouldNotBeNull();

        string Bound(SqlLiteral value)
        {
            var parameter = command.CreateParameter();
            SqlServerArguments.Bind(parameter, new SqlArgument("p", value));
            return FormattableString.Invariant($"{parameter.GetType().GetProperty("SqlDbType")!.GetValue(parameter)} {parameter.Value}");
        }

        Bound(new SqlNumber(5)).ShouldBe("BigInt 5");
        Bound(new SqlNumber(12.50m)).ShouldBe("Decimal 12.50");
        Bound(new SqlText("서울")).ShouldBe("NVarChar 서울");
        Bound(new SqlDate(new DateOnly(2024, 2, 29))).ShouldStartWith("Date 02/29/2024");
        Bound(new SqlTimestamp(new DateTime(2024, 2, 29, 1, 2, 3))).ShouldStartWith("DateTime2 02/29/2024 01:02:03");
        Bound(new SqlBoolean(true)).ShouldBe("Bit True");
        Bound(SqlNull.Instance).ShouldBe("NVarChar ");
    }

    [Fact]
    public void Every_text_of_the_product_is_read_by_the_servers_own_parser()
    {
        foreach (var text in (string[])[
            SqlServerSession.Settings, SqlServerSession.Begin(TimeSpan.FromSeconds(60)), SqlServerSession.End, SqlServerEstimates.Text(Question), SqlServerVersions.Text(2),
            SqlServerSchema.TablesText, SqlServerSchema.ColumnsText, SqlServerSchema.KeysText, SqlServerSchema.LinksText, "SET SHOWPLAN_XML ON", "SET SHOWPLAN_XML OFF"])
        {
            using var reader = new StringReader(text);
            new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
            errors.Select(error => error.Message).ShouldBeEmpty(text);
        }

        SqlServerEstimates.Text(Question).ShouldStartWith("DECLARE @p1 date;\nDECLARE @p2 decimal(38, 1);\nDECLARE @p3 nvarchar(4000);\nSELECT");
        SqlServerSession.Begin(TimeSpan.FromSeconds(1.5)).ShouldBe("SET LOCK_TIMEOUT 1500; BEGIN TRANSACTION;");
    }

    [Fact]
    public void Each_type_comes_as_its_documented_cell()
    {
        Cell("bit", true).ShouldBe((true, SqlTypeKind.Boolean));
        Cell("tinyint", (byte)5).ShouldBe((5L, SqlTypeKind.BigInteger));
        Cell("bigint", 9_000_000_000L).ShouldBe((9_000_000_000L, SqlTypeKind.BigInteger));
        Cell("decimal", SqlDecimal.Parse("12.34")).ShouldBe((12.34m, SqlTypeKind.Decimal));
        Cell("decimal", SqlDecimal.Parse("9000000005")).ShouldBe((9_000_000_005L, SqlTypeKind.BigInteger));
        Cell("decimal", SqlDecimal.Parse("0.33333333333333333333333333333333333333")).ShouldBe((0.333333333333333333333333333m, SqlTypeKind.Decimal));
        Cell("money", 922337203685477.5807m).ShouldBe((922337203685477.5807m, SqlTypeKind.Decimal));
        Cell("float", 0.125).ShouldBe((0.125, SqlTypeKind.Double));
        Cell("real", 0.1f).ShouldBe((0.1, SqlTypeKind.Double));
        Cell("nvarchar", "서울").ShouldBe(("서울", SqlTypeKind.Text));
        Cell("uniqueidentifier", Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff")).ShouldBe(("6f9619ff-8b86-d011-b42d-00c04fc964ff", SqlTypeKind.Text));
        Cell("date", new DateTime(2024, 2, 29)).ShouldBe((new DateOnly(2024, 2, 29), SqlTypeKind.Date));
        Cell("datetime2", new DateTime(2024, 2, 29, 1, 2, 3)).ShouldBe((new DateTime(2024, 2, 29, 1, 2, 3), SqlTypeKind.Timestamp));
        Cell("datetimeoffset", new DateTimeOffset(2024, 2, 29, 9, 0, 0, TimeSpan.FromHours(9))).ShouldBe((new DateTime(2024, 2, 29), SqlTypeKind.TimestampTz));
        Cell("time", new TimeSpan(23, 59, 58)).ShouldBe((new TimeOnly(23, 59, 58), SqlTypeKind.Time));
        Should.Throw<WarehouseFault>(() => Cell("decimal", SqlDecimal.Parse("123456789012345678901234567890.12345678"))).Message.ShouldContain("more digits than can be kept exactly");
        Should.Throw<WarehouseFault>(() => Cell("decimal", SqlDecimal.Parse("12345678901234567890123456789012345678"))).Message.ShouldContain("more digits than can be kept exactly");
        Should.Throw<WarehouseFault>(() => Cell("varbinary", new byte[] { 1 })).Message.ShouldContain("binary data");
        Should.Throw<WarehouseFault>(() => Cell("geography", new object())).Message.ShouldContain("geography");
    }

    [Fact]
    public void A_plan_says_what_is_read_by_each_scan_in_all_its_runs()
    {
        var estimate = SqlServerEstimates.Of(
            """
            <ShowPlanXML xmlns="http://schemas.microsoft.com/sqlserver/2004/07/showplan" Version="1.539"><BatchSequence><Batch><Statements>
              <StmtSimple StatementSubTreeCost="1.25"><QueryPlan>
                <RelOp NodeId="0" PhysicalOp="Nested Loops" EstimateRows="10" AvgRowSize="30"><NestedLoops>
                  <RelOp NodeId="1" PhysicalOp="Clustered Index Scan" EstimateRows="10" EstimatedRowsRead="20000" AvgRowSize="15" EstimateRebinds="0" EstimateRewinds="0" TableCardinality="20000">
                    <IndexScan><Object Database="[sales]" Schema="[dbo]" Table="[facts]" Index="[pk]" Alias="[f]"/></IndexScan></RelOp>
                  <RelOp NodeId="2" PhysicalOp="Clustered Index Seek" EstimateRows="1" EstimatedRowsRead="1" AvgRowSize="11" EstimateRebinds="9" EstimateRewinds="0" TableCardinality="500">
                    <IndexScan><Object Database="[sales]" Schema="[crm]" Table="[odd]]name]"/></IndexScan></RelOp>
                </NestedLoops></RelOp>
              </QueryPlan></StmtSimple>
            </Statements></Batch></BatchSequence></ShowPlanXML>
            """);

        estimate.Scans.ShouldBe([new ScanEstimate(["crm", "odd]name"], 10, 110), new ScanEstimate(["facts"], 20_000, 300_000)]);
        estimate.EngineCost.ShouldBe(1.25);
    }

    [Fact]
    public void Errors_are_told_by_their_numbers()
    {
        FaultCause Opening(int number) => SqlServerFaults.OfOpening(Address, number, "told.", new InvalidOperationException());
        FaultCause Query(int number) => SqlServerFaults.OfQuery(Address, number, "told.");

        Opening(18456).ShouldBe(new SignInRefused("db.example:1433", "ann"));
        Opening(4060).ShouldBe(new DatabaseMissing("db.example:1433", "sales"));
        Opening(53).ShouldBe(new NothingAnswers("db.example:1433"));
        Opening(10054).ShouldBe(new CutWhileOpening("db.example:1433"));
        Opening(4064).ShouldBe(new OpeningRefused("db.example:1433", "told"));
        Query(-2).ShouldBe(new EndedByServer());
        Query(229).ShouldBe(new MayNotRead("ann", "told"));
        Query(208).ShouldBe(new Refused("told"));
        Query(3906).ShouldBe(new OnlyRead());
        Query(10054).ShouldBe(new ConnectionBroke());
        Query(1205).ShouldBe(new ConnectionBroke());
    }

    [Fact]
    public async Task A_closed_port_and_a_missing_driver_are_told_apart_at_once()
    {
        await using var missing = new SqlServerWarehouse("sales", "sqlserver://ann:secret@127.0.0.1:1/sales?driver=No.Such.Factory,No.Such.Driver");
        (await UnreachableAsync(missing)).ShouldContain("the driver for SQL Server ('No.Such.Factory, No.Such.Driver') is not there");

        var clock = Stopwatch.StartNew();
        Should.Throw<System.Net.Sockets.SocketException>(() => ServerProbe.Knock(ServerAddress.Of("sqlserver://127.0.0.1:1/sales", 1433), TimeSpan.FromSeconds(60)));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    private static async Task<string> UnreachableAsync(SqlServerWarehouse warehouse)
    {
        var fault = await Should.ThrowAsync<WarehouseFault>(warehouse.QueryAsync(new ValidatedSql(Question), QueryLimits.Default, default));
        fault.Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        fault.Message.ShouldNotContain("secret");
        return fault.Message;
    }

    private static (object? Cell, SqlTypeKind Kind) Cell(string type, object value)
    {
        using var reader = new OneCell(type, value);
        var column = new SqlServerColumn("sales", reader, 0);
        var rows = new List<object?[]> { new[] { column.Cell() } };
        var finished = column.Finish(rows);
        return (rows[0][0], finished.Type.Kind);
    }

    /// <summary>A result of one cell, with the names of types that the driver gives.</summary>
    private sealed class OneCell(string type, object value) : DbDataReader
    {
        public override int Depth => 0;

        public override int FieldCount => 1;

        public override bool HasRows => true;

        public override bool IsClosed => false;

        public override int RecordsAffected => -1;

        public override object this[int ordinal] => GetValue(ordinal);

        public override object this[string name] => GetValue(0);

        public override bool GetBoolean(int ordinal) => (bool)value;

        public override byte GetByte(int ordinal) => (byte)value;

        public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

        public override char GetChar(int ordinal) => throw new NotSupportedException();

        public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

        public override string GetDataTypeName(int ordinal) => type;

        public override DateTime GetDateTime(int ordinal) => (DateTime)value;

        public override decimal GetDecimal(int ordinal) => (decimal)value;

        public override double GetDouble(int ordinal) => (double)value;

        public override IEnumerator GetEnumerator() => throw new NotSupportedException();

        public override Type GetFieldType(int ordinal) => value.GetType();

        public override float GetFloat(int ordinal) => (float)value;

        public override Guid GetGuid(int ordinal) => (Guid)value;

        public override short GetInt16(int ordinal) => (short)value;

        public override int GetInt32(int ordinal) => (int)value;

        public override long GetInt64(int ordinal) => (long)value;

        public override string GetName(int ordinal) => "n";

        public override int GetOrdinal(string name) => 0;

        public override object GetProviderSpecificValue(int ordinal) => value;

        public override string GetString(int ordinal) => (string)value;

        public override object GetValue(int ordinal) => value;

        public override int GetValues(object[] values) => throw new NotSupportedException();

        public override bool IsDBNull(int ordinal) => value is DBNull;

        public override bool NextResult() => false;

        public override bool Read() => true;
    }
}
