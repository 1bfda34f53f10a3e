using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Platform.QrCodes;

namespace FunctionsApp.Tests.Acquisition.Posters;

public sealed class PosterPngTests
{
    [Theory]
    [InlineData("https://x.cn/s/a")]
    [InlineData("https://brew.example.com/s/k7m2p9")]
    [InlineData("HTTPS://BREW.EXAMPLE.COM/S/K7M2P9")]
    [InlineData("http://127.0.0.1:7071/s/summer-2026?inviter=member-0001&from=counter%20card#top")]
    public async Task Picture_scans_to_the_url(string url) =>
        Assert.Equal(url, await Zbar.ScanAsync(PosterPng.Render(Artwork(url)), ".png"));

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(250)]
    [InlineData(QrSymbol.MaxBytes)]
    public async Task Picture_scans_at_every_length_of_the_url(int length)
    {
        var random = new Random(length);
        var url = "https://brand.example.com/s/";
        while (url.Length < length) url += "abcdefghijkmnpqrstuvwxyz23456789-"[random.Next(33)];

        Assert.Equal(url, await Zbar.ScanAsync(PosterPng.Render(Artwork(url)), ".png"));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(QrSymbol.MaxBytes)]
    public void Picture_is_square_and_at_least_960_pixels_wide(int length)
    {
        var (width, height) = PosterPicture.SizeOfPng(PosterPng.Render(Artwork("https://x.cn/".PadRight(length, 'a'))));

        Assert.Equal(width, height);
        Assert.InRange(width, 960, 1_100);
    }

    [Fact]
    public void Url_that_is_empty_or_too_long_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PosterPng.Render(Artwork(new string('a', QrSymbol.MaxBytes + 1))));
        Assert.Throws<ArgumentException>(() => PosterPng.Render(Artwork(new string('群', 171))));
        Assert.Throws<ArgumentException>(() => PosterPng.Render(Artwork("")));
    }

    static PosterArtwork Artwork(string url) => new("夏日手冲咖啡福利群", ["新人进群立减 20 元"], url);
}
