namespace LocalRuntime.Tests;

public sealed class OfficialTypesTests
{
    [Fact]
    public void Runtime_declares_no_type_in_the_namespaces_of_the_official_packages()
    {
        var types = typeof(LocalApplication).Assembly.GetTypes().Select(type => type.FullName!);

        // The compiler embeds its own attributes in Microsoft.CodeAnalysis.
        Assert.DoesNotContain(types, name =>
            name.StartsWith("Azure.", StringComparison.Ordinal)
            || (name.StartsWith("Microsoft.", StringComparison.Ordinal)
                && name != "Microsoft.CodeAnalysis.EmbeddedAttribute"));
    }
}
