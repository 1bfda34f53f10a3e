using System.Globalization;
using System.Text;
using QRCoder;

namespace FunctionsApp.Platform.QrCodes;

/// <summary>A QR code: its modules, how they are drawn as a path and how they are written as a PNG.</summary>
public sealed class QrSymbol
{
    /// <summary>The light margin that ISO/IEC 18004 asks for on every side, in modules.</summary>
    public const int QuietZone = 4;

    /// <summary>
    /// The longest text accepted, in UTF-8 bytes: version 22 at level Q, which a phone still reads off a counter.
    /// </summary>
    public const int MaxBytes = 512;

    readonly QRCodeData _modules;

    QrSymbol(QRCodeData modules) => _modules = modules;

    int Side => _modules.ModuleMatrix.Count - (2 * QuietZone);

    /// <summary>Modules along one side, the quiet zone included.</summary>
    public int SideWithQuietZone => _modules.ModuleMatrix.Count;

    /// <summary>
    /// Encodes the text at level Q (a quarter of the code may be dirty or torn); refuses more than
    /// <see cref="MaxBytes"/>.
    /// </summary>
    public static QrSymbol Encode(string text)
    {
        if (string.IsNullOrEmpty(text)) throw new ArgumentException("A QR code needs a text.", nameof(text));
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
            throw new ArgumentException($"A QR code holds at most {MaxBytes} bytes here.", nameof(text));

        // Without the UTF-8 mark a scanner guesses the encoding of Chinese, and some guess Shift JIS; ASCII needs no
        // mark.
        var encoding = Ascii.IsValid(text) ? QRCodeGenerator.EciMode.Default : QRCodeGenerator.EciMode.Utf8;
        return new(QRCodeGenerator.GenerateQrCode(
            text, QRCodeGenerator.ECCLevel.Q, forceUtf8: true, eciMode: encoding));
    }

    /// <summary>
    /// The dark modules as SVG path commands, one unit a module, runs of a row joined; the quiet zone is the caller's
    /// to leave.
    /// </summary>
    public string Path()
    {
        var path = new StringBuilder();
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
            {
                var start = column;
                while (column < Side && IsDark(row, column)) column++;
                if (column > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{column - start}v1h-{column - start}z");
            }
        }

        return path.ToString();
    }

    /// <summary>
    /// A PNG of the symbol and its quiet zone with whole pixels per module, at least <paramref name="minimumSide"/>
    /// pixels wide.
    /// </summary>
    public byte[] Png(int minimumSide, RgbColor dark, RgbColor light)
    {
        var pixelsPerModule = (minimumSide + SideWithQuietZone - 1) / SideWithQuietZone;
        using var png = new PngByteQRCode(_modules);
        return png.GetGraphic(pixelsPerModule, dark.ToPalette(), light.ToPalette());
    }

    bool IsDark(int row, int column) => _modules.ModuleMatrix[row + QuietZone][column + QuietZone];
}
