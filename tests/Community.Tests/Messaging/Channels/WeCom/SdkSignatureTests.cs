using Community.Messaging.Channels.WeCom;

namespace Community.Tests.Messaging.Channels.WeCom;

public class SdkSignatureTests
{
    const string Ticket = "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg";

    /// <summary>The example of the platform's documentation.</summary>
    [Theory]
    [InlineData("http://mp.weixin.qq.com?params=value")]
    [InlineData("http://mp.weixin.qq.com?params=value#fragment")]
    public void Signature_is_that_of_the_documentation(string url) => Assert.Equal(
        "0f9de62fce790f9a083d5c99e95740ceb90c27ed",
        SdkSignature.Sign(
            Ticket, "Wm3WZYTPz0wzccnW", DateTimeOffset.FromUnixTimeSeconds(1414587457), new Uri(url)));
}
