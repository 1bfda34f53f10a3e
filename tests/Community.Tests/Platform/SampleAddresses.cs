using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Platform;

/// <summary>Addresses of <see cref="Host"/> in many spellings, and addresses that imitate it.</summary>
static class SampleAddresses
{
    public const string Host = "brand.example";

    static readonly Gen<string> Scheme = Gen.Elements("https://", "http://", "HTTPS://");

    static readonly Gen<string> Port = Gen.Elements("", ":80", ":443", ":7071", ":65535");

    static readonly Gen<string> Path = Gen.Elements(
        "", "/", "/g/abc", "/l/Ab12?lc=1", "/u/x#evil.example", "/p?u=evil.example", "/@evil.example",
        "?a=evil.example");

    static readonly Gen<string> Name = Gen.Elements(Host, "Brand.Example", "BRAND.EXAMPLE", "brand.example.");

    static readonly Gen<string> OtherName = Gen.Elements(
        $"{Host}.evil.example", $"{Host}@evil.example", $"{Host}:443@evil.example", $"{Host}%40evil.example",
        $"me@{Host}", $"me:secret@{Host}", $"not{Host}", $"not-{Host}", $"www.{Host}", $"{Host}s", "brand-example",
        "brand.example-shop.cn", "evil.example", $"evil.example/{Host}", $"evil.example?{Host}",
        $"evil.example/@{Host}", "br\u0430nd.example", "brand", "127.0.0.1");

    public static Gen<string> Own { get; } =
        from scheme in Scheme
        from name in Name
        from port in Port
        from path in Path
        select scheme + name + port + path;

    public static Gen<string> Imitation { get; } =
        from scheme in Scheme
        from name in OtherName
        from path in Path
        select scheme + name + path;
}
