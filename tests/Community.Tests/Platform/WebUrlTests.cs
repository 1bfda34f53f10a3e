using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Platform;

public class WebUrlTests
{
    static readonly Gen<string> Addresses =
        from host in Gen.Elements(
            "shop.example", "茶铺.example", "ＳＨＯＰ.example", "evil.com／.shop.example", "[::1]", "-", "")
        from port in Gen.Elements("", ":443", ":8443", ":99999")
        from tail in Gen.Elements("茶", "?", "#", "%", "%zz", "%E8%8C%B6", "／", "😀", " ", "\u202e", "\n", "\\", "a@b")
            .ListOf()
        from scheme in Gen.Elements("https://", "http://", "HTTPS://", "ftp://", "//", "https:")
        select $"{scheme}{host}{port}/{string.Concat(tail)}";

    [Theory]
    [Seeds(1, 20261126)]
    public void Any_address_is_refused_or_becomes_printable_ascii_once_and_for_all(ulong seed) =>
        Property.Check(seed, Addresses, address =>
        {
            if (WebUrl.Normalize(address) is not { } normal) return;

            Assert.All(normal, c => Assert.InRange(c, '!', '~'));
            Assert.Equal(normal, WebUrl.Normalize(normal));
            Assert.DoesNotContain("evil.com", new Uri(normal).Host, StringComparison.Ordinal);
        });

    [Theory]
    [Seeds(1, 20261126)]
    public void Any_text_is_a_host_in_ascii_or_none(ulong seed) =>
        Property.Check(seed, ArbMap.Default.GeneratorFor<string?>(), name =>
            Assert.All(WebUrl.NormalizeHost(name ?? "") ?? "", c => Assert.InRange(c, '!', '~')));

    [Theory]
    [Seeds(1, 20261128)]
    public void Host_is_found_in_every_spelling_and_in_no_imitation(ulong seed) =>
        Property.Check(seed, Gen.Zip(SampleAddresses.Own, SampleAddresses.Imitation), pair =>
        {
            Assert.Equal(SampleAddresses.Host, WebUrl.FindHost(pair.Item1));
            Assert.NotEqual(SampleAddresses.Host, WebUrl.FindHost(pair.Item2));
        });

    [Theory]
    [InlineData("https://茶铺.example/g/1", "xn--cl1av77a.example")]
    [InlineData("https://XN--CL1AV77A.example./g/1", "xn--cl1av77a.example")]
    [InlineData("http://127.0.0.1:7071/g/1", "127.0.0.1")]
    [InlineData("http://[::1]:7071/g/1", "[::1]")]
    [InlineData("https://me@brand.example/", null)]
    [InlineData("ftp://brand.example/", null)]
    [InlineData("brand.example/g/1", null)]
    public void Host_has_one_spelling(string address, string? host) => Assert.Equal(host, WebUrl.FindHost(address));

    [Theory]
    [InlineData("https://shop.example", "https://shop.example/")]
    [InlineData("HTTPS://Shop.Example:443/A", "https://shop.example/A")]
    [InlineData(
        "https://shop.example/茶?名=龙 井#图",
        "https://shop.example/%E8%8C%B6?%E5%90%8D=%E9%BE%99%20%E4%BA%95#%E5%9B%BE")]
    [InlineData("https://茶铺.example/", "https://xn--cl1av77a.example/")]
    [InlineData("http://[::1]:7071/p", "http://[::1]:7071/p")]
    [InlineData("http://127.0.0.1:7071/p", "http://127.0.0.1:7071/p")]
    [InlineData("ftp://shop.example/", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("https://shop.example/\u202e", null)]
    [InlineData("https://shop.example/\u0007", null)]
    [InlineData("https://evil.com／.shop.example/", null)]
    [InlineData(null, null)]
    public void Address_has_one_spelling(string? address, string? normal) =>
        Assert.Equal(normal, WebUrl.Normalize(address));
}
