using System.Globalization;
using System.Text;
using QRCoder;

namespace Signposting.Api.SearchPage.Leaflets;

/// <summary>An address as a QR code: the path of an SVG of one unit a module, so that a page can hold it as an element of its own.</summary>
/// <param name="Size">Modules in a row, the quiet zone among them.</param>
/// <param name="Path">The dark modules.</param>
internal sealed record QrCode(int Size, string Path)
{
    /// <summary>With a quarter of it unreadable it still reads: paper is folded and gets wet.</summary>
    public static QrCode Of(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var run = x;
                while (run < rows[y].Length && rows[y][run])
                    run++;
                if (run == x)
                    continue;
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{run - x}v1H{x}z");
                x = run;
            }
        }

        return new QrCode(rows.Count, path.ToString());
    }
}
