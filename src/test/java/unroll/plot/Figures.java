package unroll.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Plotly JSON to draw, written by hand, and what was drawn of it. */
final class Figures {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Figures() {}

    /** Returns a figure of JSON in which apostrophes stand for quotation marks. */
    static ObjectNode read(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    static String svg(String json) {
        return svg(read(json));
    }

    static String svg(ObjectNode plotly) {
        return new FigureSheet(plotly, "a figure").drawing().svg();
    }

    static Document draw(String json) throws Exception {
        return Drawn.parse(svg(json));
    }

    /** Returns one figure of each kind and option that Tablesaw's own classes do not make. */
    static Map<String, String> ofEachKind() {
        Map<String, String> all = new LinkedHashMap<>();
        String words = "['RNN','GRU','LSTM']";
        String bars =
                "{'data':[{'type':'bar','name':'a','x':%1$s,'y':[1,2,-1]},"
                        + "{'type':'bar','name':'b','x':%1$s,'y':[2,1,3],'marker':{'pattern':{'shape':'-'}}}],"
                        + "'layout':{'barmode':'%2$s','title':{'text':'Bars'}}}";
        all.put("bars-beside", bars.formatted(words, "group"));
        all.put("bars-stacked", bars.formatted(words, "stack"));
        all.put(
                "band",
                "{'data':[{'x':[1,2,3],'y':[1,2,1],'mode':'lines','line':{'width':0},'showlegend':false},"
                        + "{'x':[1,2,3],'y':[3,4,2],'mode':'lines','line':{'width':0},'fill':'tonexty','name':'seeds'},"
                        + "{'x':[1,2,3],'y':[2,3,1.5],'mode':'lines+markers','name':'mean',"
                        + "'error_y':{'type':'data','array':[0.2,0.1,0.3]}}],"
                        + "'layout':{'title':{'text':'Band'},'yaxis':{'type':'log','title':{'text':'loss'}},"
                        + "'shapes':[{'type':'line','x0':2,'x1':2,'yref':'paper','y0':0,'y1':1,'line':{'dash':'dot'}}],"
                        + "'annotations':[{'text':'here','x':2,'y':0.5,'ax':20,'ay':-30}]}}");
        all.put("attention", attention());
        all.put("panels", panels());
        all.put(
                "histograms",
                "{'data':[{'type':'histogram','x':%s,'name':'one'},{'type':'histogram','x':%s,'name':'two'}],"
                                .formatted(normal(1, 200), normal(2, 200))
                        + "'layout':{'barmode':'overlay','title':{'text':'Two histograms'}}}");
        all.put(
                "violin",
                "{'data':[{'type':'violin','y':%s,'name':'one','box':{'visible':true},'meanline':{'visible':true}},"
                                .formatted(normal(3, 80))
                        + "{'type':'box','y':%s,'name':'two'}],'layout':{'title':{'text':'Spread'}}}"
                                .formatted(normal(4, 80)));
        all.put(
                "contour",
                "{'data':[{'type':'contour','z':[[1,2,3],[2,5,2],[3,2,1]]}],'layout':{'title':{'text':'Heights'}}}");
        all.put(
                "candles",
                "{'data':[{'type':'candlestick','x':['2026-01-01','2026-01-02','2026-01-05'],'open':[1,2,3],"
                        + "'high':[3,4,4],'low':[0.5,1,1],'close':[2,3,1.5]}],'layout':{'title':{'text':'Prices'}}}");
        all.put(
                "pareto",
                "{'data':[{'type':'bar','x':%1$s,'y':[5,3,1],'name':'count'},".formatted(words)
                        + "{'x':%1$s,'y':[56,89,100],'yaxis':'y2','name':'share'}],"
                                .formatted(words)
                        + "'layout':{'title':{'text':'Pareto'},'yaxis2':{'overlaying':'y','side':'right',"
                        + "'ticksuffix':' %','title':{'text':'percent'}}}}");
        all.put(
                "space",
                "{'data':[{'type':'scatter3d','mode':'markers','x':[1,2,3],'y':[1,3,2],'z':[3,1,2]}],"
                        + "'layout':{'title':{'text':'Space'}}}");
        all.put(
                "pie",
                "{'data':[{'type':'pie','labels':['a','b','c'],'values':[3,2,1]}],'layout':{'title':{'text':'Shares'}}}");
        all.put(
                "bubbles",
                "{'data':[{'mode':'markers+text','x':[1,2,3],'y':[1,3,2],'text':['one','two','three'],"
                        + "'textposition':'top center','marker':{'size':[10,20,30],'color':[1,2,3],'colorscale':'Viridis',"
                        + "'showscale':true}}],'layout':{'title':{'text':'Bubbles'}}}");
        all.put(
                "picture",
                "{'data':[{'type':'image','z':[[[255,0,0],[0,255,0]],[[0,0,255],[9,9,9]]]}],"
                        + "'layout':{'title':{'text':'Pixels'},'yaxis':{'autorange':'reversed'}}}");
        return all;
    }

    private static String attention() {
        String axis = "'tickmode':'array','tickvals':[0,1,2],'ticktext':['the','food','the']";
        return "{'data':[{'type':'heatmap','z':[[1,0,0],[0.4,0.6,0],[0.2,0.3,0.5]],'zmin':0,'zmax':1,"
                + "'texttemplate':'%{z:.1f}','colorbar':{'title':{'text':'weight'}}}],"
                + "'layout':{'title':{'text':'Attention'},'xaxis':{'side':'top',"
                + axis
                + "},'yaxis':{'autorange':'reversed','title':{'text':'query'},"
                + axis
                + "}}}";
    }

    private static String panels() {
        StringBuilder data = new StringBuilder();
        StringBuilder axes = new StringBuilder();
        StringBuilder notes = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            String n = i == 1 ? "" : "" + i;
            double left = i % 2 == 1 ? 0 : 0.55;
            double low = i <= 2 ? 0.55 : 0;
            data.append(i == 1 ? "" : ",");
            data.append(
                    "{'x':[1,2,3],'y':[%d000,2,1],'xaxis':'x%s','yaxis':'y%s'}".formatted(i, n, n));
            axes.append(
                    ",'xaxis%s':{'domain':[%s,%s],'anchor':'y%s','title':{'text':'step'}}"
                            .formatted(n, left, left + 0.45, n));
            axes.append(
                    ",'yaxis%s':{'domain':[%s,%s],'anchor':'x%s','title':{'text':'loss'}}"
                            .formatted(n, low, low + 0.45, n));
            notes.append(i == 1 ? "" : ",");
            notes.append(
                    "{'text':'run %d','xref':'x%s domain','yref':'y%s domain','x':0,'y':1,'xanchor':'left','yanchor':'bottom','showarrow':false}"
                            .formatted(i, n, n));
        }
        return "{'data':[%s],'layout':{'title':{'text':'Panels'},'showlegend':false,'annotations':[%s]%s}}"
                .formatted(data, notes, axes);
    }

    private static String normal(long seed, int count) {
        Random random = new Random(seed);
        ArrayNode values = MAPPER.createArrayNode();
        for (int i = 0; i < count; i++) {
            values.add(Math.round(1000 * random.nextGaussian()) / 1000.0);
        }
        return values.toString();
    }

    /** Reads what was drawn. */
    static final class Drawn {
        private Drawn() {}

        static Document parse(String svg) throws Exception {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        }

        static List<String> texts(Document drawn) {
            NodeList nodes = drawn.getElementsByTagName("text");
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent());
            }
            return texts;
        }

        /** Returns where a level text begins and ends. */
        static double[] span(Element text) {
            double at = Double.parseDouble(text.getAttribute("x"));
            double size = Double.parseDouble(text.getAttribute("font-size"));
            double width = TextWidth.of(text.getTextContent(), size);
            double left =
                    switch (text.getAttribute("text-anchor")) {
                        case "end" -> at - width;
                        case "middle" -> at - width / 2;
                        default -> at;
                    };
            return new double[] {left, left + width};
        }

        static Element text(Document drawn, String content) {
            NodeList nodes = drawn.getElementsByTagName("text");
            for (int i = 0; i < nodes.getLength(); i++) {
                if (nodes.item(i).getTextContent().equals(content)) {
                    return (Element) nodes.item(i);
                }
            }
            throw new AssertionError("no text \"%s\" in %s".formatted(content, texts(drawn)));
        }
    }
}
