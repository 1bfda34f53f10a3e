using System.Net;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Selling.Conversions;

public sealed class EmojiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Conversion_with_six_texts_of_480_emoji_is_stored()
    {
        var id = app.NewId("conversion");
        var body = ConversionClient.Conversion(id, app.Now, await app.GroupAsync());
        var text = string.Concat(Enumerable.Repeat("🍵", 480));
        body["warmUp"]!["topic"] = text;
        body["copy"] = new JsonObject { ["low"] = text, ["medium"] = text, ["high"] = text };
        body["lastCall"] = text;
        body["closing"] = text;

        (await app.PostAsync("/api/conversions", body)).Expecting(HttpStatusCode.Created);

        Assert.Equal(id, (await app.GetConversionAsync(id)).Id);
    }
}
