using System.Net;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Selling.Conversions;

public sealed class ConversionRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string?, string> Faults { get; } =
    [
        .. SpoiledJson.IdFaults("id"),
        ("groupIds", null, "groupIds"), ("groupIds", "[]", "groupIds"), (
            "groupIds", "[\"tea-1\",\"tea-1\"]", "groupIds"), ("groupIds", "[\"no-such-group\"]", "groupIds"),
        ("holdoutShare", "-0.1", "holdoutShare"), ("holdoutShare", "1.1", "holdoutShare"), (
            "holdoutShare", "\"half\"", "holdoutShare"),
        ("drive", "\"Greed\"", "drive"), ("drive", "\"trust\"", "drive"),
        ("product", null, "product"), .. SpoiledJson.TextFaults("product.name", 60),
        ("product.url", null, "product.url"), (
            "product.url",
            "\"https://elsewhere.example/p/1\"",
            "product.url"), ("product.url", "\"javascript:alert(1)\"", "product.url"),
        ("product.url", "\"https://shop.example@elsewhere.example/\"", "product.url"),
        ("product.priceMinor", null, "product.priceMinor"), ("product.priceMinor", "-1", "product.priceMinor"), (
            "product.priceMinor", "1.5", "product.priceMinor"),
        (
            "product.currency",
            "\"yuan\"",
            "product.currency"), (
                "product.currency", "\"cny\"", "product.currency"), ("product.currency", null, "product.currency"),
        ("product.quantity", "0", "product.quantity"), ("product.quantity", "1000001", "product.quantity"), (
            "product.offerCostMinor", "-1", "product.offerCostMinor"),
        (
            "warmUp",
            null,
            "warmUp"), .. SpoiledJson.InstantFaults("warmUp.at"), .. SpoiledJson.TextFaults("warmUp.topic", 1000),
        (
            "warmUp.at",
            "\"2026-11-30T20:00:00+08:00\"",
            "warmUp.at"), ("warmUp.at", "\"2026-12-02T10:00:00+08:00\"", "warmUp.at"),
        ("warmUp.topic", "\"{link}\"", "warmUp.topic"), (
            "warmUp.poll", SpoiledJson.Items(11), "warmUp.poll"), ("warmUp.poll", "[\"\"]", "warmUp.poll[0]"),
        .. SpoiledJson.InstantFaults("linkAt"),
        ("copy.low", "\"\"", "copy.low"), ("copy.low", SpoiledJson.Text(700), "copy.low"), (
            "copy.high", "\"{price} {brand}\"", "copy.high"), ("copy.huge", "\"x\"", "copy.huge"),
        ("lastCallAt", null, "lastCallAt"), ("lastCall", null, "lastCall"), (
            "lastCallAt", "\"2027-06-01T00:00:00Z\"", "lastCallAt"),
        .. SpoiledJson.InstantFaults("closesAt"), ("closesAt", "\"2026-12-02T19:00:00+08:00\"", "closesAt"),
        .. SpoiledJson.TextFaults("closing", 1000), ("closing", SpoiledJson.Text(700), "closing"), (
            "closing", "\"{quantity} {nobody}\"", "closing"),
        ("weights", "{\"highFrom\":1e309}", "weights.highFrom"),
        ("weights", "{\"mediumFrom\":0,\"highFrom\":1}", "weights.mediumFrom"),
        ("weights", "{\"reply\":1e309}", "weights.reply"),
        ("holdoutShare", "1e309", "holdoutShare"),
        ("state", "\"Selling\"", "state"), ("colour", "\"red\"", "colour"),
    ];

    public static TheoryData<string, string?, string> EditFaults { get; } =
    [
        ("linkAt", "\"2026-12-01T08:00:00+08:00\"", "linkAt"), ("linkAt", "7", "linkAt"), (
            "closesAt", "\"2026-12-01T21:00:00+08:00\"", "closesAt"),
        (
            "closing",
            "\"{nobody}\"",
            "closing"), ("closing", "\"\"", "closing"), ("drive", "\"Greed\"", "drive"), ("by", "\"\"", "by"), (
                "by", SpoiledJson.Text(41), "by"),
        ("groupIds", "[\"tea-2\"]", "groupIds"), ("colour", "\"red\"", "colour"),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_conversion_with_a_fault_is_refused_by_the_fields_name_and_not_stored(
        string path, string? json, string field)
    {
        var id = app.NewId("conversion");
        var right = ConversionClient.Conversion(id, app.Now, await app.GroupAsync());

        (
            await app.SendBytesAsync(
                HttpMethod.Post, "/api/conversions", SpoiledJson.Replace(right, path, json))).Names(field);

        (await app.GetAsync($"/api/conversions/{id}")).IsProblem(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(EditFaults))]
    public async Task An_edit_with_a_fault_is_refused_by_the_fields_name_and_changes_nothing(
        string path, string? json, string field)
    {
        var plan = await app.PlanAsync([await app.GroupAsync()]);

        (
            await app.SendBytesAsync(
                HttpMethod.Patch, $"/api/conversions/{plan.Id}", SpoiledJson.Replace([], path, json))).Names(field);

        Assert.Empty((await app.GetConversionAsync(plan.Id)).Edits);
    }

    [Theory]
    [InlineData("hold", "{\"by\":\"\"}", "by")]
    [InlineData("resume", "{\"missed\":\"perhaps\"}", "missed")]
    [InlineData("cancel", "{\"colour\":\"red\"}", "colour")]
    public async Task A_control_with_a_fault_is_refused_by_the_fields_name(string verb, string json, string field)
    {
        var plan = await app.PlanAsync([await app.GroupAsync()]);

        (
            await app.SendBytesAsync(
                HttpMethod.Post,
                $"/api/conversions/{plan.Id}/{verb}",
                System.Text.Encoding.UTF8.GetBytes(json))).Names(field);
    }

    [Fact]
    public async Task The_same_conversion_again_is_a_repeat_however_late_and_another_with_its_id_a_conflict()
    {
        var body = ConversionClient.Conversion(app.NewId("conversion"), app.Now, await app.GroupAsync());
        (await app.PostAsync("/api/conversions", body)).Expecting(HttpStatusCode.Created);
        await app.AdvanceAsync(ConversionClient.ClosesIn);

        (await app.PostAsync("/api/conversions", body)).Expecting(HttpStatusCode.OK);
        body["closing"] = "别了";
        (await app.PostAsync("/api/conversions", body)).Expecting(HttpStatusCode.Conflict);
    }
}
