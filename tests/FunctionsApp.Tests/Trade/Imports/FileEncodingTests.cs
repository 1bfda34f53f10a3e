using System.Net;
using System.Text;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Imports;

public sealed class FileEncodingTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Theory]
    [InlineData("text/csv", "utf-8")]
    [InlineData("text/csv; charset=UTF-8", "utf-8")]
    [InlineData("text/csv; charset=\"gbk\"", "gbk")]
    [InlineData("Text/CSV; header=present; charset=GB2312", "gbk")]
    [InlineData("text/csv; charset=gb18030", "gb18030")]
    public async Task File_is_read_in_the_charset_of_its_content_type(string contentType, string encoding)
    {
        var order = app.NewId("e");

        await app.RunAsync(await app.ImportAsync(
            In(encoding, $"{order},龙井茶客,1.00,CNY,2026-12-01 09:00:00,,"), contentType: contentType));

        Assert.Equal("龙井茶客", (await app.OrderAsync("tea", order)).Buyer.Id);
    }

    [Fact]
    public async Task Byte_order_mark_is_no_part_of_the_first_heading()
    {
        var order = app.NewId("e");

        await app.RunAsync(await app.ImportAsync(
            [.. Encoding.UTF8.Preamble, .. In("utf-8", $"{order},b,1.00,CNY,2026-12-01 09:00:00,,")]));

        Assert.True(await app.HasOrderAsync("tea", order));
    }

    [Theory]
    [InlineData("text/csv; charset=utf-16")]
    [InlineData("text/csv; charset=big5")]
    [InlineData("text/csv; charset=no-such-charset")]
    [InlineData("text/csvx")]
    [InlineData("application/json")]
    public async Task Other_charset_or_type_is_415(string contentType) =>
        (await app.ImportAsync(ImportClient.Heading, contentType: contentType))
            .IsProblem(HttpStatusCode.UnsupportedMediaType);

    [Theory]
    [InlineData("utf-8", new byte[] { 0xC1, 0xFA })]
    [InlineData("utf-8", new byte[] { 0xE8, 0x8C })]
    [InlineData("gbk", new byte[] { 0x81, 0x20 })]
    [InlineData("gb18030", new byte[] { 0x81, 0x20 })]
    [InlineData("gb18030", new byte[] { 0x81, 0x30, 0x81, 0x20 })]
    public async Task Bytes_that_are_not_valid_in_the_charset_are_refused_and_nothing_is_imported(
        string charset, byte[] bytes)
    {
        var order = app.NewId("e");
        var line = In(charset, $"{order},b,1.00,CNY,2026-12-01 09:00:00,,");

        var answers = new[]
        {
            await app.ImportAsync([.. line, .. bytes, (byte)'\n'], contentType: $"text/csv; charset={charset}"),
            await app.ImportAsync([.. line, .. bytes], contentType: $"text/csv; charset={charset}"),
        };
        await app.RunUntilIdleAsync();

        Assert.All(answers, answer => answer.Names("body"));
        Assert.False(await app.HasOrderAsync("tea", order));
    }

    static byte[] In(string encoding, string line)
    {
        var text = ImportClient.FileOf(line);
        return encoding == "utf-8"
            ? Encoding.UTF8.GetBytes(text)
            : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text);
    }
}
