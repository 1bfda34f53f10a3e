using Community.Selling.FlashSales;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Selling.FlashSales;

/// <summary>A sale of two hours with two waves, and what may be asked of it.</summary>
static class SampleFlashSale
{
    public static DateTimeOffset Opens { get; } = Instants.Evening;

    public static DateTimeOffset Closes { get; } = Opens.AddHours(2);

    public static FlashSale Sale { get; } = new(
        "sale-1",
        "周五快闪",
        ["flash-1", "flash-2"],
        Opens,
        [Wave(30), Wave(60)],
        Closes,
        50,
        "再见",
        null,
        Opens.AddHours(10),
        "https://brand.example.com/l/",
        Opens.AddDays(-1));

    /// <summary>Commands, each so many minutes after the one before.</summary>
    public static Gen<(FlashSaleCommand Command, int Minutes)> Commands { get; } = Gen.OneOf<FlashSaleCommand>(
        from closesAt in Perhaps(Gen.Choose(-60, 700).Select(minute => Opens.AddMinutes(minute)))
        from farewell in Gen.Elements(null, "再见", "下次见")
        from waves in Gen.Elements(true, false).Zip(
            Gen.Choose(-10, 130).ListOf(2), (given, minutes) => given ? minutes.Select(Wave).ToList() : null)
        select (FlashSaleCommand)new FlashSaleCommand.Edit(closesAt, farewell, waves, default, default),
        Gen.Constant<FlashSaleCommand>(new FlashSaleCommand.Close(default)),
        Gen.Constant<FlashSaleCommand>(new FlashSaleCommand.SellOut(default)),
        Gen.Constant<FlashSaleCommand>(new FlashSaleCommand.Hold(default)),
        Gen.Constant<FlashSaleCommand>(new FlashSaleCommand.Resume()),
        Gen.Constant<FlashSaleCommand>(new FlashSaleCommand.End(default)),
        Gen.Choose(0, 2).Select(
            FlashSaleCommand (index) => new FlashSaleCommand.BeginWave(index, default))).Zip(Gen.Choose(0, 60));

    public static FlashWave Wave(int minute) =>
        new(Opens.AddMinutes(minute), $"{minute} {{link}}", "https://shop.example/p/1");

    /// <summary>The command, given at this instant.</summary>
    public static FlashSaleCommand At(FlashSaleCommand command, DateTimeOffset at) => command switch
    {
        FlashSaleCommand.Edit edit => edit with { At = at },
        FlashSaleCommand.Close => new FlashSaleCommand.Close(at),
        FlashSaleCommand.Hold => new FlashSaleCommand.Hold(at),
        FlashSaleCommand.SellOut => new FlashSaleCommand.SellOut(at),
        FlashSaleCommand.End => new FlashSaleCommand.End(at),
        FlashSaleCommand.BeginWave begin => begin with { At = at },
        _ => command,
    };

    static Gen<DateTimeOffset?> Perhaps(Gen<DateTimeOffset> instants) =>
        Gen.Elements(true, false).Zip(instants, DateTimeOffset? (given, at) => given ? at : null);
}
