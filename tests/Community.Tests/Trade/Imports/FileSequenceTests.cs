using Community.Trade.Imports;
using Community.Trade.Orders;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Trade.Imports;

/// <summary>Several files state one order, between and after messages that the shop signed.</summary>
public class FileSequenceTests
{
    static readonly DateTimeOffset Start = Instants.Evening;

    static Gen<Statement> Statements => Gen.OneOf(Files, SignedPayments, SignedRefunds, SignedTotals);

    static Gen<Statement> Files =>
        from file in Gen.Choose(1, 4)
        from amount in Gen.Elements(990L, 5_000)
        from refunded in Gen.Elements<long?>(null, 0, 90, 990)
        from minute in Gen.Choose(0, 2)
        let stated = new FileStatement("1001", amount, "CNY", Start.AddMinutes(minute), refunded)
        select new Statement(file, stated, []);

    static Gen<Statement> SignedPayments =>
        from amount in Gen.Elements(700L, 8_000)
        from asOf in Gen.Choose(0, 2)
        let at = Start.AddMinutes(asOf)
        select new Statement(0, null, [new OrderFact.Paid("m", Start, at, new Payment(amount, "CNY", Start, at))]);

    static Gen<Statement> SignedRefunds =>
        from refund in Gen.Elements("r1", "r2")
        from amount in Gen.Elements(50L, 300)
        let signed = new Refund(refund, amount, "CNY")
        select new Statement(0, null, [new OrderFact.Refunded(refund, Start, Start, signed)]);

    static Gen<Statement> SignedTotals =>
        from amount in Gen.Elements(200L, 700)
        let total = new RefundTotal(amount, "CNY")
        select new Statement(0, null, [new OrderFact.RefundsTotalled("t", Start, Start, total)]);

    [Theory]
    [Seeds(1, 2, 20261127)]
    public void Latest_file_counts_in_any_sequence_unless_the_shop_signed_a_payment(ulong seed) =>
        Property.CheckSequences(seed, Statements, drawn =>
        {
            var statements = OncePerFile(drawn);
            var order = After(statements);
            var latest = statements.Where(one => one.File is not null).MaxBy(one => one.Number);
            var signed = statements
                .SelectMany(one => one.Signed)
                .OfType<OrderFact.Paid>()
                .Select(paid => paid.Payment)
                .OrderBy(payment => payment.AsOf)
                .ThenBy(payment => payment.AmountMinor)
                .ToList();

            Assert.Equal(order, After(statements.Reverse()), SameFigures);
            if (signed.Count > 0)
                Assert.Equal(signed[^1].AsOf, order.Payment!.AsOf);
            else
                Assert.Equal(
                    (latest?.File!.AmountMinor, latest?.File!.PaidAt),
                    (order.Payment?.AmountMinor, order.Payment?.PaidAt));
        });

    [Theory]
    [Seeds(1, 2, 20261127)]
    public void Files_never_take_back_a_refund_that_the_shop_signed(ulong seed) =>
        Property.CheckSequences(seed, Statements, drawn =>
        {
            var statements = OncePerFile(drawn);
            var order = After(statements);
            var signed = Math.Max(order.Refunds.Sum(refund => refund.AmountMinor), order.Total?.AmountMinor ?? 0);
            var latest = statements
                .Where(one => one.File?.RefundedMinor is not null)
                .MaxBy(one => one.Number)
                ?.File!.RefundedMinor;

            Assert.Equal(Math.Min(order.AmountMinor, Math.Max(signed, latest ?? 0)), order.RefundedMinor);
        });

    [Theory]
    [Seeds(1, 20261127)]
    public void Only_the_file_that_counts_is_among_the_notices(ulong seed) =>
        Property.CheckSequences(seed, Statements, drawn =>
        {
            var order = After(OncePerFile(drawn));
            var imported = order.Notices.Where(notice => notice.IsImported).ToLookup(notice => notice.Type);

            Assert.Equal(order.Payment is { IsImported: true } ? 1 : 0, imported["paid"].Count());
            Assert.Equal(order.ImportedRefunds is { AmountMinor: > 0 } ? 1 : 0, imported["refunds-totalled"].Count());
        });

    // A file has one line of an order.
    static IReadOnlyList<Statement> OncePerFile(IReadOnlyList<Statement> drawn) =>
    [
        .. drawn.Where(one => one.File is null),
        .. drawn.Where(one => one.File is not null).DistinctBy(one => one.Number),
    ];

    static Order After(IEnumerable<Statement> statements) =>
        OrderRules.Record(new Order("tea", "1001"), statements.SelectMany(one => one.Facts));

    static bool SameFigures(Order one, Order other) =>
        (one.State, one.AmountMinor, one.RefundedMinor, one.Payment, one.Total, one.ImportedRefunds)
        == (other.State, other.AmountMinor, other.RefundedMinor, other.Payment, other.Total, other.ImportedRefunds);

    sealed record Statement(int Number, FileStatement? File, IReadOnlyList<OrderFact> Signed)
    {
        public IEnumerable<OrderFact> Facts =>
            File?.FactsOf(new ImportReference($"file-{Number}", Start.AddHours(Number))) ?? Signed;
    }
}
