namespace FunctionsApp.Demonstration;

/// <summary>A conversion and a flash sale of the coming days, and the orders of the first members.</summary>
static class DemonstrationSales
{
    const string Shop = "tea-shop";
    const string FlashSaleId = "demo-longjing-night";
    const int FlashPriceMinor = 13_900;

    static readonly (string MemberId, string Item, int AmountMinor)[] Orders =
    [
        ("vip1", "武夷岩茶 250g", 26_800), ("vip2", "明前龙井 100g", 19_900), ("vip3", "老白茶饼", 32_800),
        ("buyer1", "茉莉花茶 体验装", 990), ("buyer2", "茉莉花茶 体验装", 990), ("m2", "冷泡茶包", 3_900),
        ("m1", "茉莉花茶 体验装", 990), ("m1", "白毫银针 50g", 12_800),
    ];

    // The units that the first guests of the flash group order beforehand.
    static readonly int[] FlashUnits = [2, 1, 4, 1];

    public static async Task CreateAsync(DemonstrationClient api, DemonstrationDates dates)
    {
        await api.PostAsync("/api/conversions", Conversion(dates));
        await api.PostAsync("/api/flash-sales", FlashSale(dates));
        foreach (var (order, number) in Orders.Select((order, index) => (order, index + 1)))
            await api.ReportToShopAsync(Shop, $"demo-order-{number}", Paid(order, $"demo-{number}", dates.StartedAt));
        if (api.ReportsJoins) await OrderFlashAsync(api, dates.StartedAt);
    }

    // Through links of their own, which only members who are present have.
    static async Task OrderFlashAsync(DemonstrationClient api, DateTimeOffset at)
    {
        for (var n = 1; n <= FlashUnits.Length; n++)
        {
            var (groupId, memberId) = (DemonstrationGroups.Flash, $"flash{n}");
            await api.WaitForMemberAsync(groupId, memberId);
            var link = await api.PostAsync($"/api/flash-sales/{FlashSaleId}/links", new { groupId, memberId });
            var code = link.GetProperty("code").GetString()!;
            await api.ReportToShopAsync(
                Shop, $"demo-flash-{n}", FlashPaid(memberId, FlashUnits[n - 1], code, at));
        }
    }

    static object Conversion(DemonstrationDates dates) => new
    {
        id = "demo-rock-tea",
        groupIds = (string[])[DemonstrationGroups.SuperUsers],
        holdoutShare = 0.0,
        drive = "Trust",
        product = new
        {
            name = "武夷岩茶·肉桂",
            url = "https://shop.example/p/rougui",
            priceMinor = 26_800,
            currency = "CNY",
            quantity = 60,
        },
        warmUp = new
        {
            at = dates.At(1, "20:00"),
            topic = "大家第一次喝岩茶是什么感觉？",
            poll = (string[])["喝不惯，太浓", "一口就爱上", "还没喝过"],
        },
        linkAt = dates.At(2, "20:00"),
        copy = new { high = "大家要的{product}来了，{price}，只有 60 份：{link}" },
        lastCallAt = dates.At(2, "21:30"),
        lastCall = "最后半小时：{link}",
        closesAt = dates.At(2, "22:00"),
        closing = "{product}今天结束了，谢谢大家！",
    };

    static object FlashSale(DemonstrationDates dates) => new
    {
        id = FlashSaleId,
        name = "明前龙井快闪",
        groups = (object[])[new { groupId = DemonstrationGroups.Flash }],
        opensAt = dates.At(3, "20:00"),
        waves = (object[])
        [
            new { at = dates.At(3, "20:05"), text = "第一波：明前龙井 50 份，7 折 {link}", url = "https://shop.example/p/1" },
            new { at = dates.At(3, "21:00"), text = "最后一波：买两份包邮 {link}", url = "https://shop.example/p/1?bundle=2" },
        ],
        closesAt = dates.At(3, "22:00"),
        quantity = 50,
        farewell = "今晚的快闪结束了，谢谢大家！群马上解散，下次见。",
        newBuyerGroupId = DemonstrationGroups.NewBuyers,
    };

    static object FlashPaid(string memberId, int quantity, string linkCode, DateTimeOffset at) => new
    {
        type = "order.paid",
        data = new
        {
            orderId = $"demo-{memberId}",
            buyer = new { id = $"shop-{memberId}", memberId },
            amountMinor = quantity * FlashPriceMinor,
            currency = "CNY",
            items = (object[])
                [new { name = "明前龙井 50g（预订）", quantity, amountMinor = quantity * FlashPriceMinor }],
            linkCode,
            at,
        },
    };

    static object Paid((string MemberId, string Item, int AmountMinor) order, string orderId, DateTimeOffset at) => new
    {
        type = "order.paid",
        data = new
        {
            orderId,
            buyer = new { id = $"shop-{order.MemberId}", memberId = order.MemberId },
            amountMinor = order.AmountMinor,
            currency = "CNY",
            items = (object[])[new { name = order.Item, quantity = 1, amountMinor = order.AmountMinor }],
            at,
        },
    };
}
