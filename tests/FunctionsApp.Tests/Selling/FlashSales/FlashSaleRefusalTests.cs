using System.Net;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Selling.FlashSales;

public sealed class FlashSaleRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    // 2,049 bytes of UTF-8 in 683 characters.
    static readonly string TooManyBytes = SpoiledJson.Text(683);

    public static TheoryData<string, string?, string> Faults { get; } =
    [
        .. SpoiledJson.IdFaults("id"),
        .. SpoiledJson.TextFaults("name", 60),
        .. SpoiledJson.IdFaults("groupId").Select(
            fault => ("groups", (string?)$"[{{\"groupId\":{fault.Json}}}]", "groups[0].groupId")),
        ("groups", null, "groups"), ("groups", "null", "groups"), ("groups", "[]", "groups"), (
            "groups", "[{}]", "groups[0].groupId"), ("groups", "[null]", "groups[0]"),
        (
            "groups",
            "[{\"groupId\":\"f-1\"},{\"groupId\":\"f-1\"}]",
            "groups"), ("groups", Groups(201), "groups"), ("groupId", "\"f-1\"", "groupId"),
        .. SpoiledJson.InstantFaults("opensAt"),
        .. SpoiledJson.InstantFaults("closesAt"),
        ("opensAt", "\"2027-06-01T00:00:00Z\"", "closesAt"), ("closesAt", "\"2026-11-30T00:00:00Z\"", "closesAt"),
        .. SpoiledJson.TextFaults("farewell", 2048),
        ("farewell", TooManyBytes, "farewell"),
        (
            "waves",
            Wave("\"2026-12-01T01:59:59Z\"", "第一波 {link}"),
            "waves[0].at"), ("waves", Wave("\"2026-12-01T06:00:00Z\"", "第一波 {link}"), "waves[0].at"),
        ("waves", Wave("null", "第一波 {link}"), "waves[0].at"), ("waves", "[null]", "waves[0]"), ("waves", "{}", "waves"),
        ("waves", Wave(Right, ""), "waves[0].text"), ("waves", Wave(Right, "第一波"), "waves[0].text"), (
            "waves", Wave(Right, "第一波 {link} {price}"), "waves[0].text"),
        (
            "waves",
            Wave(Right, $"{new string('群', 671)}{{link}}"),
            "waves[0].text"), ("waves", Wave(Right, "第一波 {link}", "null"), "waves[0].text"),
        (
            "waves",
            Wave(Right, "第一波 {link}", "\"https://elsewhere.example/p\""),
            "waves[0].url"), ("waves", Wave(Right, "第一波 {link}", "\"javascript:alert(1)\""), "waves[0].url"),
        ("waves", Twice(Right), "waves[1].at"), ("waves", Many(21), "waves"),
        ("quantity", "0", "quantity"), ("quantity", "1.5", "quantity"), ("quantity", "\"7\"", "quantity"), (
            "quantity", "1000001", "quantity"),
        ("newBuyerGroupId", "\"no-such-group\"", "newBuyerGroupId"), ("newBuyerGroupId", "\"A\"", "newBuyerGroupId"),
        ("state", "\"Open\"", "state"), ("colour", "\"red\"", "colour"),
    ];

    public static TheoryData<string, string?, string> EditFaults { get; } =
    [
        ("closesAt", "\"2027-01-01T10:00:00\"", "closesAt"), (
            "closesAt", "\"2026-11-30T00:00:00Z\"", "closesAt"), ("closesAt", "7", "closesAt"),
        ("closesAt", "\"2026-12-01T02:00:00Z\"", "closesAt"),
        ("farewell", "\"\"", "farewell"), ("farewell", "7", "farewell"), ("farewell", TooManyBytes, "farewell"), (
            "farewell", "\"\\ud800\"", "farewell"),
        (
            "waves",
            Wave("\"2026-12-01T00:59:59Z\"", "第一波 {link}"),
            "waves[0].at"), ("waves", Wave(Right, "第一波"), "waves[0].text"), ("waves", Twice(Right), "waves[1].at"),
        ("waves", Wave(Right, $"{new string('群', 671)}{{link}}"), "waves[0].text"), ("quantity", "0", "quantity"),
        ("opensAt", "\"2026-12-02T00:00:00Z\"", "opensAt"), ("colour", "\"red\"", "colour"),
    ];

    const string Right = "\"2026-12-01T02:30:00Z\"";

    static string Wave(string at, string text, string url = "\"https://shop.example/p/1\"") =>
        $"[{{\"at\":{at},\"text\":\"{text}\",\"url\":{url}}}]";

    static string Twice(string at) => $"[{Wave(at, "甲 {link}")[1..^1]},{Wave(at, "乙 {link}")[1..^1]}]";

    static string Many(int count)
    {
        var waves = Enumerable.Range(10, count)
            .Select(minute => Wave($"\"2026-12-01T02:{minute}:00Z\"", "一波 {link}")[1..^1]);
        return $"[{string.Join(',', waves)}]";
    }

    static string Groups(int count) =>
        $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $"{{\"groupId\":\"group-{i}\"}}"))}]";

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_sale_with_a_fault_is_refused_by_the_fields_name_and_not_stored(
        string path, string? json, string field)
    {
        var (id, group) = (app.NewId("flash"), await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(300)));
        var right = SampleBodies.FlashSale(id, group, app.Now.AddHours(1), app.Now.AddHours(5));

        (
            await app.SendBytesAsync(
                HttpMethod.Post, "/api/flash-sales", SpoiledJson.Replace(right, path, json))).Names(field);

        (await app.GetAsync($"/api/flash-sales/{id}")).IsProblem(HttpStatusCode.NotFound);
        Assert.Empty(await app.DeliveriesAsync(group));
    }

    [Theory]
    [MemberData(nameof(EditFaults))]
    public async Task An_edit_with_a_fault_is_refused_by_the_fields_name_and_changes_nothing(
        string path, string? json, string field)
    {
        var sale = await app.SaleAsync(SampleBodies.JoinUrl);

        (
            await app.SendBytesAsync(
                HttpMethod.Patch, $"/api/flash-sales/{sale.Id}", SpoiledJson.Replace([], path, json))).Names(field);

        var after = await app.GetSaleAsync(sale.Id);
        Assert.Equal((sale.ClosesAt, sale.Farewell), (after.ClosesAt, after.Farewell));
    }
}
