using Community.Selling.Conversions;

namespace Community.Tests.Selling.Conversions;

/// <summary>
/// A conversion of the evening after next: warm-up, a day later the link, then a last call and the end.
/// </summary>
static class SampleConversion
{
    public static readonly DateTimeOffset WarmUpAt = Instants.Evening;
    public static readonly DateTimeOffset LinkAt = Instants.Evening.AddDays(1);
    public static readonly DateTimeOffset LastCallAt = LinkAt.AddHours(1);
    public static readonly DateTimeOffset ClosesAt = LinkAt.AddHours(2);

    public static readonly Product Tea = new("明前龙井", "https://shop.example/p/1", 19900, "CNY", 100);

    public static readonly ConversionTerms Terms = new(
        PurchaseDrive.Trust,
        Tea,
        new WarmUp(WarmUpAt, "大家平时喝什么茶？", ["绿茶", "红茶"], null),
        LinkAt,
        new CopyVariants("低 {link}", "中 {link}", "高 {link} {price}"),
        LastCallAt,
        "最后一小时 {link}",
        ClosesAt,
        "{product}结束了");

    public static readonly Conversion Planned = new(
        "tea-launch", ["tea-1", "tea-2"], 0, 7, Terms, "https://brand.example.com/l/", WarmUpAt.AddHours(-1));

    public static readonly Decider<ConversionCommand, Conversion, ConversionEvent> Rules = new(
        ConversionRules.Decide, ConversionRules.Evolve);

    /// <summary>The conversion with its steps up to this one begun, each at its instant.</summary>
    public static Conversion Until(ConversionStep step) => Planned with
    {
        BegunSteps =
        [
            .. Enum.GetValues<ConversionStep>().Where(begun => begun <= step).Select(
                begun => new BegunStep(begun, Terms.PlannedAt(begun)!.Value)),
        ],
    };
}
