namespace ConsoleTests;

/// <summary>A group-buy of the demonstration brand.</summary>
static class SampleGroupBuy
{
    public const string Id = "demo-tea-for-two";

    public static object Body(DateTimeOffset closesAt) => new
    {
        id = Id,
        groupId = "tea-new",
        product = new { name = "明前龙井 100g" },
        size = 2,
        priceMinor = 3_990,
        closesAt,
        owner = "xiaolin",
    };
}
